import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { runGate } from "../running/run-gate.ts";
import { checkPlans } from "./check-plans.ts";

/** Certifies the package of every plan. */
export const certify =
  (ports: Ports) =>
  (call: StepCall): Promise<GateOutcome> =>
    runGate(ports, "certification", call, async ({ submission }) => ({
      findings: await checkPlans(ports, submission, (_, contents) => certifyPackage(contents)),
    }));
