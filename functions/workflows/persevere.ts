import type { StepId } from "../../shared/publishing/processes/process.ts";
import { blockStep, resumeRequested, unblockStep, type Contract } from "../activities/contracts.ts";
import { days, minutes, seconds } from "./durations.ts";
import { Stopped, type Attempt, type Flow, type Workflow } from "./durable.ts";

const pauses = [seconds(5), seconds(30), minutes(2), minutes(10)];

/**
 * Tries until it works: a few times with growing pauses, then the step is blocked until an operator
 * resumes it, a cancel arrives, or a day has passed. A failure of ours never rejects an offer.
 */
export function* persevere<T>(
  flow: Flow,
  step: StepId,
  attempt: () => Workflow<Attempt<T>>,
): Workflow<T> {
  for (;;) {
    for (const pause of pauses) {
      const result = yield* attempt();
      if (result.ok) return result.value;
      yield* flow.wake([], pause);
    }
    const last = yield* attempt();
    if (last.ok) return last.value;
    yield* blocked(flow, step, last.reason);
  }
}

/** Runs an activity of a step; gives up never. */
export function* run<I, O>(
  flow: Flow,
  step: StepId,
  activity: Contract<I, O>,
  input: () => I,
): Workflow<O> {
  return yield* persevere(flow, step, () => flow.attempt(activity, input()));
}

/** Runs the bookkeeping around a step, which nothing but time can mend and no event may interrupt. */
export function* insist<I, O>(flow: Flow, activity: Contract<I, O>, input: () => I): Workflow<O> {
  for (let pause = seconds(5); ; pause = Math.min(pause * 4, minutes(60))) {
    const result = yield* flow.attempt(activity, input());
    if (result.ok) return result.value;
    yield* flow.pause(pause);
  }
}

/** A cancel must not need the activity that fails, so both ends of the hold-up look for one. */
function* blocked(flow: Flow, step: StepId, reason: string): Workflow<void> {
  const call = () => ({ ...flow.call, step, reason: reason.slice(0, 500) });
  flow.enter(step, { blocked: reason.slice(0, 200) });
  const begun = yield* insist(flow, blockStep, call);
  if (begun.outcome === "canceled") throw new Stopped("canceled", step);
  yield* flow.wake([resumeRequested], days(1));
  const ended = yield* insist(flow, unblockStep, call);
  if (ended.outcome === "canceled") throw new Stopped("canceled", step);
  flow.enter(step);
}
