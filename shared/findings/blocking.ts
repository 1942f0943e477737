import type { Finding } from "./finding.ts";

/** Whether a finding stops the step it was found in. */
export function isBlocking(finding: Finding): boolean {
  return finding.severity === "error";
}
