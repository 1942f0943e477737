import type { Ports } from "../../../shared/ports.ts";
import { mustStop } from "../../../shared/publishing/progress/submissions.ts";
import * as steps from "../../../shared/publishing/progress/steps.ts";
import type { Block } from "../contracts.ts";
import { revise } from "../running/revise.ts";
import { stepOutcome } from "../running/step-outcome.ts";

// The reason may hold addresses of ours; operators find it in the run's own status.
const whatPublishersRead = "a part of our service does not answer";

/** Shows that a step waits for us. */
export const blockStep =
  (ports: Ports) =>
  async ({ submission, step, at }: Block): Promise<{ outcome: "blocked" | "canceled" }> => {
    const { value } = await revise(ports.progress, submission, (progress) =>
      stepOutcome(progress, submission, step) === undefined
        ? steps.blockStep(progress, step, whatPublishersRead, at)
        : progress,
    );
    return { outcome: mustStop(value, submission) ? "canceled" : "blocked" };
  };

/** Shows that the step goes on. */
export const unblockStep =
  (ports: Ports) =>
  async ({ submission, step, at }: Block): Promise<{ outcome: "resumed" | "canceled" }> => {
    const { value } = await revise(ports.progress, submission, (progress) =>
      mustStop(progress, submission) ? progress : steps.unblockStep(progress, step, at),
    );
    return { outcome: mustStop(value, submission) ? "canceled" : "resumed" };
  };
