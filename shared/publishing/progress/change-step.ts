import { dueAt } from "../calendar/due.ts";
import type { BusinessCalendar } from "../calendar/business-days.ts";
import { rowOf } from "../processes/processes.ts";
import type { StepId } from "../processes/process.ts";
import type { Progress, StepMessage, StepState, StepStatus, Wait } from "./progress.ts";
import { mayMove } from "./step-moves.ts";

/** Whether a submission is under way: it may change steps, be cancelled, and no other may start. */
export const isUnderWay = (progress: Progress): boolean =>
  progress.offer.status === "running" || progress.offer.status === "waitingForPublisherReview";

export const stepOf = (progress: Progress, step: StepId): StepState | undefined =>
  progress.steps.find((candidate) => candidate.step === step);

/** Changes one step of a submission that is under way; the same progress when nothing changed. */
export function changeStep(
  progress: Progress,
  step: StepId,
  change: (state: StepState) => StepState,
  at: string,
): Progress {
  const before = stepOf(progress, step);
  if (before === undefined || !isUnderWay(progress)) return progress;
  const after = change(before);
  if (after === before) return progress;
  return {
    ...progress,
    offer: { ...progress.offer, changedAt: at },
    steps: progress.steps.map((state) => (state === before ? after : state)),
  };
}

const closed = (waits: readonly Wait[], at: string): readonly Wait[] =>
  waits.map((wait) => (wait.to === undefined ? { ...wait, to: at } : wait));

const isFinal = (status: StepStatus): boolean =>
  status === "complete" || status === "rejected" || status === "canceled";

/** Moves a step along the table of moves, and opens and closes its waits; the same state when the move is not in the table. */
export function moved(state: StepState, status: StepStatus, at: string): StepState {
  if (state.status === status || !mayMove(state.status, status)) return state;
  const waits = closed(state.waits, at);
  const waiting = status === "waitingForPublisherReview";
  return {
    ...state,
    status,
    startedAt: state.startedAt ?? at,
    waits: waiting ? [...waits, { from: at }] : waits,
    ...(status === "complete" ? { progress: 100 } : {}),
    ...(isFinal(status) ? { endedAt: at } : {}),
  };
}

/** Adds a message unless it is there already. */
export function withMessage(state: StepState, message: StepMessage): StepState {
  const known = state.messages.some(
    (other) =>
      other.text === message.text && other.level === message.level && other.at === message.at,
  );
  return known ? state : { ...state, messages: [...state.messages, message] };
}

/** The step without a due date. */
export function withoutDueAt(state: StepState): StepState {
  const copy: { -readonly [K in keyof StepState]: StepState[K] } = { ...state };
  delete copy.dueAt;
  return copy;
}

/** The step with its due date computed anew from its start and waits. */
export function withDueAt(
  progress: Progress,
  state: StepState,
  calendar: BusinessCalendar,
): StepState {
  const rest = withoutDueAt(state);
  if (state.startedAt === undefined) return rest;
  const { estimate } = rowOf(progress.offer.process, state.step);
  const due = dueAt({ startedAt: state.startedAt, estimate, waits: state.waits }, calendar);
  return due === undefined ? rest : { ...rest, dueAt: due };
}
