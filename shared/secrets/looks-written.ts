/** Who names a thing uses few digits, words of some length, and vowels. */
const mostDigitGroups = 2;
const leastWord = 3;
const leastVowels = 0.25;

/** The words of a name in any spelling, and the digits between them. */
const pieces = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;
/** What follows a name in a program: arguments, an index, a property. */
const usedAsName = /^(?:[([]|\?[.?]|!\.|::)/;

/**
 * Whether a value is written out where it stands. In quotes it is; without them it also is in
 * scripts and settings, but in a program it is a name, a call or a property.
 */
export function isWrittenOut(text: string, at: number, value: string): boolean {
  if (/["'`]/.test(text[at - 1] ?? "")) return true;
  const end = at + value.length;
  return !usedAsName.test(text.slice(end, end + 2)) && !isWorded(value);
}

/** The same, where a name in quotes is none either. */
export const isDrawn = (text: string, at: number, value: string): boolean =>
  isWrittenOut(text, at, value) && !isWorded(value);

/** Whether a value is made of words, as names and paths are; what was drawn hardly ever is. */
function isWorded(value: string): boolean {
  const found = value.match(pieces) ?? [];
  const digits = found.filter((piece) => /^\d/.test(piece)).length;
  const { length } = found.join("");
  const letters = value.match(/[a-z]/gi)?.length ?? 0;
  const vowels = value.match(/[aeiouy]/gi)?.length ?? 0;
  const areWords = length >= leastWord * found.length && vowels >= leastVowels * letters;
  return digits <= mostDigitGroups && areWords;
}
