import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import type { PackageContents } from "../../../shared/packages/package-contents.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { runGate } from "../running/run-gate.ts";
import { checkPlans } from "./check-plans.ts";

/** Certifies the package of every plan. */
export const certify =
  (ports: Ports) =>
  (call: StepCall): Promise<GateOutcome> =>
    runGate(ports, "certification", call, async ({ submission, startedAt }) => {
      // The step's own start, so that repeating the step finds the very same.
      const facts = factsAsOf(new Date(startedAt));
      const check = (contents: PackageContents) => certifyPackage(contents, facts);
      return { findings: await checkPlans(ports, submission, (_, contents) => check(contents)) };
    });
