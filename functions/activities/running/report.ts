import type { Finding } from "../../../shared/findings/finding.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { StepId } from "../../../shared/publishing/processes/process.ts";
import type { StepCall } from "../contracts.ts";

/** Stores everything a step found, and answers the blob's name; nothing is written for nothing. */
export async function writeReport(
  ports: Ports,
  { submission, at }: StepCall,
  step: StepId,
  findings: readonly Finding[],
): Promise<string | undefined> {
  if (findings.length === 0) return undefined;
  const { publisherId, offerId, number, submissionId } = submission;
  const name = `${publisherId}/${offerId}/${String(number)}/${step}.json`;
  await ports.packages.writeReport(name, { submissionId, step, at, findings });
  return name;
}
