import { calendarOf } from "../../../shared/publishing/calendar/holiday-calendar.ts";
import type { ProcessId } from "../../../shared/publishing/processes/process.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import { beginStep, passStep } from "../../../shared/publishing/progress/steps.ts";
import { newOffer, openSubmission } from "../../../shared/publishing/progress/submissions.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";
import { submissionIdOf } from "../../../shared/publishing/submission.ts";

export const key = { publisherId: "contoso", offerId: "sample" };
export const usa = calendarOf("US");
export const clean = { findings: [] };

/** A moment of the first working hours of 2 March 2026, a Monday. */
export const at = (minute: number): string =>
  new Date(Date.UTC(2026, 2, 2, 9, minute)).toISOString();

export const submissionOf = (number: number, process: ProcessId = "2018-01"): Submission => ({
  ...key,
  submissionId: submissionIdOf(key, number),
  number,
  process,
  hasTestDrive: false,
});

export const draft = (): Progress =>
  newOffer(
    key,
    { displayText: "Sample", offerTypeId: "microsoft-azure-applications", process: "2018-01" },
    at(0),
  );

export const published = (
  number = 1,
  { process = "2018-01", from = draft() }: { process?: ProcessId; from?: Progress } = {},
): Progress =>
  openSubmission(
    from,
    {
      submission: submissionOf(number, process),
      operationId: `publish-${String(number)}`,
      notificationEmails: "a@contoso.com,b@contoso.com",
    },
    at(1),
  );

/** Every step before `until` begun and passed. */
export function passedUntil(progress: Progress, until: string): Progress {
  const end = progress.steps.findIndex((state) => state.step === until);
  return progress.steps
    .slice(0, end)
    .reduce(
      (state, { step }) => passStep(beginStep(state, step, usa, at(2)), step, clean, at(3)),
      progress,
    );
}

export const statuses = (progress: Progress) =>
  Object.fromEntries(progress.steps.map((state) => [state.step, state.status]));
