import type { OfferStatus, Progress, StepState, StepStatus } from "../progress/progress.ts";
import type { Actor, HistoryAct, HistoryEntry } from "./history-entry.ts";

/** Why a progress is written; some acts leave no other trace in it. */
export interface Cause {
  readonly by: Actor;
  readonly act?: "draft-saved" | "resume-requested";
}

const statusActs: Partial<Record<OfferStatus, HistoryAct>> = {
  waitingForPublisherReview: "sign-off-awaited",
  succeeded: "live",
  failed: "failed",
  canceled: "canceled",
};

const stepActs: Partial<Record<StepStatus, HistoryAct>> = {
  inProgress: "step-started",
  waitingForPublisherReview: "step-waiting",
  waitingForApproval: "step-waiting",
  blocked: "step-blocked",
  rejected: "step-rejected",
  complete: "step-completed",
};

/** What happened between two states of one offer, in the order it happened. */
export function historyBetween(
  before: Progress | undefined,
  after: Progress,
  cause: Cause,
): readonly HistoryEntry[] {
  const acts = [
    ...(before ? [] : [{ act: "created" as const }]),
    ...(cause.act ? [{ act: cause.act }] : []),
    ...requests(before, after),
    ...stepChanges(before, after),
    ...ends(before, after),
  ];
  const { submission, changedAt: at } = after.offer;
  const about = submission > 0 ? { submission } : {};
  return acts.map((entry) => ({ at, by: cause.by, ...about, ...entry }));
}

type Act = Pick<HistoryEntry, "act" | "step">;

function requests(before: Progress | undefined, { offer }: Progress): readonly Act[] {
  const isNew = offer.submission > (before?.offer.submission ?? 0);
  const then = isNew ? undefined : before?.offer;
  const acts: (HistoryAct | false)[] = [
    isNew && "publish-requested",
    isFirst(offer.goLiveRequested, then?.goLiveRequested) && "go-live-requested",
    isFirst(offer.cancelRequested, then?.cancelRequested) && "cancel-requested",
  ];
  return acts.flatMap((act) => (act ? [{ act }] : []));
}

const isFirst = (now: boolean, then: boolean | undefined): boolean => now && then !== true;

function stepChanges(before: Progress | undefined, after: Progress): readonly Act[] {
  const isSame = before?.offer.submission === after.offer.submission;
  const statusBefore = (state: StepState): StepStatus =>
    (isSame ? before.steps.find(({ step }) => step === state.step)?.status : undefined) ??
    "notStarted";
  return after.steps.flatMap((state): readonly Act[] => {
    const act = stepActs[state.status];
    return act && statusBefore(state) !== state.status ? [{ act, step: state.step }] : [];
  });
}

function ends(before: Progress | undefined, { offer }: Progress): readonly Act[] {
  const act = statusActs[offer.status];
  const isSame =
    before?.offer.status === offer.status && before.offer.submission === offer.submission;
  return act && !isSame ? [{ act }] : [];
}
