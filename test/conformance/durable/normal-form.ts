const hiddenParts = [/\{\\*"\$type/, /,?\\*"?StackTrace/, /Additional info/];

/** Cuts error texts where only .NET details follow, at any depth. */
export function withoutDotnetDetails(value: unknown): unknown {
  if (typeof value === "string") return cut(value);
  if (Array.isArray(value)) return value.map(withoutDotnetDetails);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutDotnetDetails(member)]),
  );
}

function cut(text: string): string {
  const ends = hiddenParts.map((part) => text.search(part)).filter((position) => position >= 0);
  return (ends.length > 0 ? text.slice(0, Math.min(...ends)) : text).trimEnd();
}

/** Whether a text is the recorded one, which may be shortened to its beginning. */
export function isRecordedText(actual: string | undefined, recorded: string | undefined): boolean {
  if (recorded === "<varies>") return actual !== undefined;
  if (recorded === undefined || actual === undefined) return recorded === actual;
  const shortened = /^(.*)\.\.\. \(\d+ characters\)$/s.exec(recorded);
  if (shortened) return actual.startsWith(shortened[1] ?? "");
  return canonical(actual) === canonical(recorded);
}

function canonical(text: string): string {
  return cut(text).replaceAll("1E+21", "1e+21");
}
