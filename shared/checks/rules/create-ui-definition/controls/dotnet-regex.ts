import { DotnetPattern } from "./dotnet-pattern.ts";

/** Longer patterns are taken as they are. */
const longest = 4000;

/**
 * What keeps a regular expression from being one, as the portal's .NET sees it; it is only
 * compiled, never run, so that no pattern can take long.
 */
export function faultOfRegex(pattern: string): string | undefined {
  if (pattern.length > longest) return undefined;
  const reading = new DotnetPattern(pattern).read();
  if (!reading.ok) return reading.fault;
  try {
    RegExp(reading.text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? messageOf(error) : "it cannot be read";
  }
}

/** Whether a value is computed by the portal. */
export function isExpressionText(text: string): boolean {
  return /^\s*\[\s*[a-z_][\w.]*\s*\([^]*\][\s]*$/i.test(text);
}

/** The engine's sentence without the pattern in it. */
function messageOf(error: Error): string {
  const end = error.message.lastIndexOf(": ");
  return error.message.slice(end === -1 ? 0 : end + 2).toLowerCase();
}
