import type { Finding } from "../../../shared/findings/finding.ts";
import type { PackageContents } from "../../../shared/packages/package-contents.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";
import { readSeal, unpackSealed, type SealedPlan } from "./sealed-packages.ts";

/** Checks the package of every plan; of several plans each finding names its own. */
export const checkPlans = (
  ports: Ports,
  submission: Submission,
  check: (plan: SealedPlan, contents: PackageContents) => readonly Finding[],
): Promise<readonly Finding[]> =>
  judgePlans(ports, submission, async (plan) =>
    check(plan, await unpackSealed(ports, plan.sha256)),
  );

/** The same for checks that read the package themselves, if at all. */
export async function judgePlans(
  ports: Ports,
  submission: Submission,
  judge: (plan: SealedPlan) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const { plans } = await readSeal(ports, submission);
  const findings: Finding[] = [];
  // One after another: a package may fill much of the memory there is.
  for (const plan of plans)
    findings.push(...namedPlan(plan.planId, plans.length, await judge(plan)));
  return findings;
}

/** Findings of one plan's package; where there are several plans, each says which. */
export const namedPlan = (
  planId: string,
  plans: number,
  findings: readonly Finding[],
): readonly Finding[] =>
  plans > 1
    ? findings.map((finding) =>
        finding.message.includes(planId)
          ? finding
          : { ...finding, message: `Plan ${planId}: ${finding.message}` },
      )
    : findings;
