import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { applyWaivers } from "../../../shared/findings/waivers/apply-waivers.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { runGate } from "../running/run-gate.ts";
import { judgePlans } from "./check-plans.ts";
import { packageVerdict } from "./package-verdict.ts";

/** Certifies the package of every plan. */
export const certify =
  (ports: Ports) =>
  (call: StepCall): Promise<GateOutcome> =>
    runGate(ports, "certification", call, async ({ submission, startedAt }) => {
      // The step's own start, so that repeating the step finds the very same.
      const facts = factsAsOf(new Date(startedAt));
      const judge = ({ sha256 }: { sha256: string }) => packageVerdict(ports, sha256, facts);
      const [findings, waivers] = await Promise.all([
        judgePlans(ports, submission, judge),
        ports.waivers.list(submission),
      ]);
      return { findings: applyWaivers(findings, waivers, facts.asOf) };
    });
