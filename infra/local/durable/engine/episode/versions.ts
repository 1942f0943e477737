import type { EngineSettings } from "../engine-settings.ts";

/** Why this host must not run an instance of that version; undefined when it may. */
export function versionMismatch(
  settings: EngineSettings,
  version: string | null,
): string | undefined {
  const own = settings.defaultVersion ?? "";
  const theirs = version ?? "";
  if (settings.versionMatchStrategy === "None") return undefined;
  if (settings.versionMatchStrategy === "Strict") {
    if (theirs === own) return undefined;
    return `The orchestration version '${theirs}' does not match the worker version '${own}'.`;
  }
  if (compareVersions(theirs, own) <= 0) return undefined;
  return `The orchestration version '${theirs}' is greater than the worker version '${own}'.`;
}

/** Compares by numbers where both have them, else as text; no version is the oldest. */
export function compareVersions(a: string, b: string): number {
  if (a === "" || b === "") return a.length - b.length;
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  if ([...left, ...right].some(Number.isNaN)) return a < b ? -1 : Number(a > b);
  for (let k = 0; k < Math.max(left.length, right.length); k += 1) {
    const difference = (left[k] ?? 0) - (right[k] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
