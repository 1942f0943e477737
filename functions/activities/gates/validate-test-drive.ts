import { checkTestDrive } from "../../../shared/checks/test-drive.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { runGate } from "../running/run-gate.ts";
import { readSeal, unpackSealed } from "../packages/sealed-packages.ts";

/** Checks the Test Drive package by the rules of Test Drives. */
export const validateTestDrive =
  (ports: Ports) =>
  (call: StepCall): Promise<GateOutcome> =>
    runGate(ports, "test-drive-validation", call, async ({ submission }) => {
      const { testDrive } = await readSeal(ports, submission);
      if (testDrive === undefined)
        throw new Error(`${submission.submissionId} has no Test Drive package`);
      return { findings: checkTestDrive(await unpackSealed(ports, testDrive.sha256)) };
    });
