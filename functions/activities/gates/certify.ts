import { certifyPlan, managedPlanOf } from "../../../shared/checks/certify-plan.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import type { Finding } from "../../../shared/findings/finding.ts";
import { applyWaivers } from "../../../shared/findings/waivers/apply-waivers.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { runGate } from "../running/run-gate.ts";
import { judgePlans } from "../packages/check-plans.ts";
import { frozenDocument } from "./frozen-document.ts";
import { packageVerdict } from "../packages/package-verdict.ts";
import { type SealedPlan, sealedForm } from "../packages/sealed-packages.ts";

/** Certifies the package of every plan, and what a managed application says beside it. */
export const certify =
  (ports: Ports) =>
  (call: StepCall): Promise<GateOutcome> =>
    runGate(ports, "certification", call, async ({ submission, startedAt }) => {
      // The step's own start, so that repeating the step finds the very same.
      const facts = factsAsOf(new Date(startedAt));
      const document = await frozenDocument(ports, submission);
      const judge = async ({ planId, sha256 }: SealedPlan): Promise<readonly Finding[]> => {
        const ofPackage = await packageVerdict(ports, sha256, facts);
        const plan = managedPlanOf(document, planId);
        return plan === undefined
          ? ofPackage
          : [...ofPackage, ...certifyPlan(plan, await sealedForm(ports, sha256))];
      };
      const [findings, waivers] = await Promise.all([
        judgePlans(ports, submission, judge),
        ports.waivers.list(submission),
      ]);
      return { findings: applyWaivers(findings, waivers, facts.asOf) };
    });
