import { checkInfluencedRevenue } from "../../../shared/checks/influenced-revenue.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { runGate } from "../running/run-gate.ts";
import { checkPlans } from "../packages/check-plans.ts";

/** Looks for the usage-tracking deployment in every plan. */
export const validateInfluencedRevenue =
  (ports: Ports) =>
  (call: StepCall): Promise<GateOutcome> =>
    runGate(ports, "validate-influenced-revenue", call, async ({ submission }) => ({
      findings: await checkPlans(ports, submission, ({ planId }, contents) =>
        checkInfluencedRevenue({ ...submission, planId }, contents),
      ),
    }));
