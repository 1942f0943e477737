import type { Ports } from "../../../shared/ports.ts";
import { stepNotices } from "../../../shared/publishing/notices/step-notices.ts";
import { stepOf } from "../../../shared/publishing/progress/change-step.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import { noteMessage, passStep, setProgress } from "../../../shared/publishing/progress/steps.ts";
import type { GateOutcome, StageCall } from "../contracts.ts";
import { revise } from "../running/revise.ts";
import { stepOutcome } from "../running/step-outcome.ts";

const half = 50;

/** Every region holds the offer: the replication row ends; inside Live it is the first half. */
export const closeReplication =
  (ports: Ports) =>
  async ({ submission, step, at }: StageCall): Promise<GateOutcome> => {
    const close = (progress: Progress) => {
      const isDone = (stepOf(progress, step)?.progress ?? 0) >= half;
      if (isDone || stepOutcome(progress, submission, step) !== undefined) return progress;
      const told = ports.regions.names.reduce(
        (state, region) => noteMessage(state, step, stepNotices.regionReplicated(region, at)),
        progress,
      );
      return step === "live"
        ? setProgress(told, step, half, at)
        : passStep(told, step, { findings: [] }, at);
    };
    const { value } = await revise(ports.progress, submission, close);
    return { outcome: stepOutcome(value, submission, step) ?? "passed" };
  };
