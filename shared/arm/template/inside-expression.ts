const opening = /(?<!\\)["[]/g;

/**
 * Answers for places in a text, asked in rising order, whether they are in an expression: the
 * nearest opening mark before them is not a quote.
 */
export function insideExpression(text: string, marks = opening): (index: number) => boolean {
  const found = text.matchAll(marks);
  let next = found.next();
  let last = '"';
  return (index) => {
    while (next.done !== true && next.value.index < index) {
      last = next.value[0];
      next = found.next();
    }
    return last !== '"';
  };
}
