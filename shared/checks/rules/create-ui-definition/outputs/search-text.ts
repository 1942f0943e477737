/** Whether a line of a text has one thing and, later, another; takes one look at each line. */
export function comesAfter(text: string, first: RegExp, second: RegExp): boolean {
  return text.split("\n").some((line) => {
    const found = first.exec(line);
    return found !== null && second.test(line.slice(found.index + found[0].length));
  });
}

/** Longer names are nobody's, and would make patterns too large. */
const longest = 200;

/** The source of a regular expression for a name that is no part of a longer one. */
export function wordPattern(name: string): string {
  if (name.length > longest) return "(?!)";
  return `(?<![\\w-])${name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}(?![\\w-])`;
}
