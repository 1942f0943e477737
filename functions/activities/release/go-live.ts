import { withLive } from "../../../shared/catalogue/catalogue-switch.ts";
import type { Ports } from "../../../shared/ports.ts";
import { calendarOf } from "../../../shared/publishing/calendar/holiday-calendar.ts";
import { stepNotices } from "../../../shared/publishing/notices/step-notices.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import { beginRelease, isReleasing } from "../../../shared/publishing/progress/sign-off.ts";
import { beginStep, noteMessage } from "../../../shared/publishing/progress/steps.ts";
import { finishLive } from "../../../shared/publishing/progress/submissions.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { revise } from "../running/revise.ts";
import { stepOutcome } from "../running/step-outcome.ts";
import { reviseRow } from "./catalogue-row.ts";

const step = "live";

/** Passes the point of no return, switches the catalogue row and closes the submission. */
export const goLive =
  (ports: Ports) =>
  async ({ submission, at }: StepCall): Promise<GateOutcome> => {
    const calendar = calendarOf(ports.holidayCountry);
    const released = await revise(ports.progress, submission, (progress) =>
      stepOutcome(progress, submission, step) === undefined
        ? beginRelease(beginStep(progress, step, calendar, at), at)
        : progress,
    );
    const known = stepOutcome(released.value, submission, step);
    if (known !== undefined) return { outcome: known };
    if (!isReleasing(released.value)) throw new Error(`${submission.submissionId} is not at Live`);
    await reviseRow(ports.catalogue, submission, (row) => withLive(row, submission, at));
    const finish = (progress: Progress) =>
      stepOutcome(progress, submission, step) === undefined
        ? finishLive(noteMessage(progress, step, stepNotices.released(at)), at)
        : progress;
    const after = await revise(ports.progress, submission, finish, released);
    return { outcome: stepOutcome(after.value, submission, step) ?? "canceled" };
  };
