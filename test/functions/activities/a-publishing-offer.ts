import type { StepCall } from "../../../functions/activities/contracts.ts";
import { weekendsOnly } from "../../../shared/publishing/calendar/holiday-calendar.ts";
import type { ProcessId, StepId } from "../../../shared/publishing/processes/process.ts";
import { processOf, rowsFor } from "../../../shared/publishing/processes/processes.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import {
  enterSignOff,
  requestCancel,
  requestGoLive,
} from "../../../shared/publishing/progress/sign-off.ts";
import { beginStep, passStep } from "../../../shared/publishing/progress/steps.ts";
import { newOffer, openSubmission } from "../../../shared/publishing/progress/submissions.ts";
import { submissionIdOf, type Submission } from "../../../shared/publishing/submission.ts";
import { fakePorts, type FakePorts } from "../../support/fake-ports.ts";

export const key = { publisherId: "contoso", offerId: "mail" };
const pressedAt = "2030-01-07T09:00:00.000Z";

/** An offer whose submission is about to begin a step. */
export interface PublishingOffer extends FakePorts {
  readonly submission: Submission;
  readonly call: StepCall;
  progress(): Promise<Progress>;
  step(step: StepId): Promise<Progress["steps"][number]>;
  change(change: (progress: Progress) => Progress): Promise<void>;
  cancel(): Promise<void>;
}

/** Publishes an offer in memory and passes every row before `until`. */
export async function aPublishingOffer(
  until: StepId,
  {
    process = "2018-01",
    hasTestDrive = true,
  }: { process?: ProcessId; hasTestDrive?: boolean } = {},
): Promise<PublishingOffer> {
  const fake = fakePorts();
  const submission: Submission = {
    ...key,
    submissionId: submissionIdOf(key, 1),
    number: 1,
    process,
    hasTestDrive,
  };
  const order = { submission, operationId: "op-1", notificationEmails: "owner@contoso.example" };
  const description = { displayText: "Contoso Mail", offerTypeId: "microsoft-azure-applications" };
  const offer = newOffer(key, { ...description, process }, pressedAt);
  let progress = openSubmission(offer, order, pressedAt);
  for (const { step } of rowsFor(processOf(process), submission)) {
    if (step === until) break;
    progress = passed(progress, step);
  }
  await fake.others.progress.write(undefined, progress);
  const read = async () => (await fake.others.progress.read(key))!;
  const change = async (by: (progress: Progress) => Progress) => {
    const before = await read();
    await fake.others.progress.write(before, by(before.value));
  };
  return {
    ...fake,
    submission,
    call: { submission, at: "2030-01-07T10:00:00.000Z" },
    change,
    progress: async () => (await read()).value,
    step: async (step) => (await read()).value.steps.find((state) => state.step === step)!,
    cancel: () => change((before) => requestCancel(before, pressedAt)),
  };
}

function passed(progress: Progress, step: StepId): Progress {
  if (step === "publisher-sign-off") {
    const waiting = enterSignOff(progress, pressedAt);
    const going = requestGoLive(waiting, { operationId: "op-2" }, pressedAt);
    return passStep(going, step, { findings: [] }, pressedAt);
  }
  const begun = beginStep(progress, step, weekendsOnly, pressedAt);
  return passStep(begun, step, { findings: [] }, pressedAt);
}
