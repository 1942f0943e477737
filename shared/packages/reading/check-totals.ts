import type { ListedEntry } from "./listed-entry.ts";
import type { Finding } from "../../findings/finding.ts";
import { tooMuch } from "./check-entry.ts";
import { isJson } from "./holding.ts";
import { packageFinding } from "./package-findings.ts";
import { ratioMattersFrom, type PackageLimits } from "./package-limits.ts";

/** What the entries of a package claim to be together. */
export function checkTotals(
  entries: readonly ListedEntry[],
  zipBytes: number,
  limits: PackageLimits,
): Finding[] {
  const findings: Finding[] = [];
  const total = sizeOf(entries);
  if (total > limits.totalBytes) {
    findings.push(tooMuch(`The package unpacks to ${total} bytes`, limits.totalBytes));
  } else if (total >= ratioMattersFrom && total > zipBytes * limits.ratio) {
    const message = `The package unpacks to more than ${limits.ratio} times its size.`;
    const fix = "Leave files of blanks or zeros out of the package.";
    findings.push(packageFinding("package-is-within-limits", message, fix));
  }
  const json = sizeOf(entries.filter(({ filename }) => isJson(filename)));
  if (json > limits.allJsonBytes) {
    findings.push(tooMuch(`The JSON files have ${json} bytes together`, limits.allJsonBytes));
  }
  return findings;
}

const sizeOf = (entries: readonly ListedEntry[]): number =>
  entries.reduce((sum, entry) => sum + entry.size, 0);
