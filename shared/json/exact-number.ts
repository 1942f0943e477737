/** Whether a number as JSON writes it still says the same once it is a number of this language. */
export function isExactNumber(text: string): boolean {
  // Fifteen digits always come back as they were.
  if (text.length <= 15 && !/e/i.test(text)) return true;
  const value = Number(text);
  const written = String(value);
  return text === written || (Number.isFinite(value) && canonical(text) === canonical(written));
}

/** Digits without zeros around them, and the power of ten of the last; the sign is never lost. */
function canonical(text: string): string {
  const [, whole = "", fraction = "", power = "0"] =
    /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = trimmedZeros(digits);
  if (significant === "") return "0";
  const exponent = Number(power) - fraction.length + (digits.length - significant.length);
  return `${significant}e${String(exponent)}`;
}

/** Not by a pattern: one that looks for zeros at the end is slow on many zeros inside. */
function trimmedZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}
