import { EventType } from "../history/event-type.ts";
import type { HistoryEvent } from "../history/history-event.ts";
import type { Failure } from "../history/inbound-events.ts";
import type { Decision } from "./decision.ts";
import type { Future } from "./walking/future.ts";
import { type Hazard, hazard } from "./hazards.ts";
import { checkSameDecision, NonDeterministicError } from "./non-determinism.ts";
import type { OrchestratorAnswer } from "./orchestrator-answer.ts";
import { ReplayContext, type ReplaySettings } from "./replay-context.ts";
import { run, type Steps } from "./walking/steps.ts";
import { UnsupportedActionError, walkActions } from "./walking/walker.ts";

/** How a generation ends. */
export type Ending =
  | { kind: "completed"; output: string | null }
  | { kind: "failed"; failure: Failure }
  | { kind: "terminated"; reason: string | null }
  | { kind: "continued"; input: string | null; carriedOver: HistoryEvent[] };

export interface ReplayResult {
  /** Work ordered for the first time, in id order. */
  decisions: Decision[];
  /** The id that the ending takes. */
  nextId: number;
  ending?: Ending;
  hazards: Hazard[];
}

type Outcome =
  | { kind: "completed"; output: string | null }
  | { kind: "failed"; failure: Failure }
  | { kind: "unfinished" };

/** Walks the whole history against the orchestrator's answer, as the official host does. */
class Replay {
  readonly #context: ReplayContext;
  readonly #answer: OrchestratorAnswer;
  readonly #whileSuspended: HistoryEvent[] = [];
  #outcome: Future<Outcome> | undefined;
  #isSuspended = false;
  #setAside: Map<number, Decision> | undefined;
  #ending: Ending | undefined;

  constructor(answer: OrchestratorAnswer, settings: ReplaySettings) {
    this.#answer = answer;
    this.#context = new ReplayContext(settings);
  }

  /** Runs over all events; to be called once. */
  over(events: Iterable<HistoryEvent>): ReplayResult {
    try {
      for (const event of events) this.#process(event);
      this.#concludeIfNothingIsOpen();
    } catch (error) {
      if (!(error instanceof NonDeterministicError)) throw error;
      const details = `Unhandled exception while executing orchestration: ${error.message}`;
      this.#ending = { kind: "failed", failure: { reason: error.message, details } };
    }
    const decisions = [...this.#context.ordered.values()].sort((a, b) => a.id - b.id);
    return {
      decisions,
      nextId: this.#context.nextId,
      hazards: this.#context.hazards,
      ...(this.#ending && { ending: this.#ending }),
    };
  }

  #process(event: HistoryEvent): void {
    const breaksSuspension =
      event.EventType === EventType.ExecutionResumed ||
      event.EventType === EventType.ExecutionTerminated;
    if (this.#isSuspended && !breaksSuspension) {
      if (event.EventType !== EventType.ExecutionSuspended) this.#whileSuspended.push(event);
      return;
    }
    switch (event.EventType) {
      case EventType.OrchestratorStarted:
        this.#context.now = new Date(event.Timestamp);
        return;
      case EventType.ExecutionStarted:
        this.#outcome = run(this.#walk());
        return;
      case EventType.TaskScheduled:
      case EventType.TimerCreated:
      case EventType.SubOrchestrationInstanceCreated:
        checkSameDecision(event, this.#context.ordered.get(event.EventId));
        this.#context.ordered.delete(event.EventId);
        return;
      default:
        this.#processArrival(event);
    }
  }

  #processArrival(event: HistoryEvent): void {
    switch (event.EventType) {
      case EventType.EventRaised:
        this.#raise(event);
        return;
      case EventType.ExecutionSuspended:
        this.#suspend();
        return;
      case EventType.ExecutionResumed:
        this.#resume();
        return;
      case EventType.ExecutionTerminated:
        this.#ending ??= { kind: "terminated", reason: event.Input ?? null };
        return;
      default:
        this.#context.settle(event);
    }
  }

  *#walk(): Steps<Outcome> {
    const { failure, failsAtOnce, isDone, output, actions } = this.#answer;
    if (failure && failsAtOnce) return { kind: "failed", failure };
    try {
      yield* walkActions(this.#context, actions);
    } catch (error) {
      if (!(error instanceof UnsupportedActionError)) throw error;
      return { kind: "failed", failure: { reason: error.message, details: null } };
    }
    if (failure) return { kind: "failed", failure };
    return isDone ? { kind: "completed", output } : { kind: "unfinished" };
  }

  #raise(event: HistoryEvent): void {
    if (this.#context.continueAsNew) {
      this.#context.continueAsNew.carriedOver.push(event);
      return;
    }
    const listener = this.#context.events.raise(event.Name ?? "");
    if (listener === undefined) return;
    this.#context.hazards.push(hazard("event-case", `'${event.Name ?? ""}', '${listener}'`));
  }

  /** Decisions made in the episode of the suspension wait for the resumption. */
  #suspend(): void {
    this.#isSuspended = true;
    if (this.#context.ordered.size === 0) return;
    this.#setAside = new Map(this.#context.ordered);
    this.#context.ordered.clear();
  }

  #resume(): void {
    if (!this.#isSuspended) return;
    this.#isSuspended = false;
    for (const [id, decision] of this.#setAside ?? []) this.#context.ordered.set(id, decision);
    this.#setAside = undefined;
    for (const event of this.#whileSuspended.splice(0)) this.#process(event);
  }

  #concludeIfNothingIsOpen(): void {
    if (this.#ending || this.#isSuspended) return;
    if (this.#outcome?.state === "failed") throw this.#outcome.error;
    const outcome = this.#outcome?.value;
    const isFinished = outcome !== undefined && outcome.kind !== "unfinished";
    if (this.#context.open.size > 0) {
      if (isFinished) this.#reportForgottenTimers();
    } else if (isFinished) this.#conclude(outcome);
    else this.#reportStandstill();
  }

  #conclude(outcome: Exclude<Outcome, { kind: "unfinished" }>): void {
    const next = this.#context.continueAsNew;
    if (outcome.kind === "failed" || !next) {
      this.#ending = outcome;
      return;
    }
    const unread = this.#context.events.bufferedNames;
    if (unread.length > 0) {
      this.#context.hazards.push(hazard("events-lost", unread.join(", ")));
    }
    this.#ending = { kind: "continued", ...next };
  }

  #reportForgottenTimers(): void {
    const timers = this.#context.openTimers;
    if (timers.length > 0) this.#context.hazards.push(hazard("open-timer", timers.join(", ")));
  }

  /** Nothing ordered, nothing awaited and not at its end: no event can ever move it again. */
  #reportStandstill(): void {
    const { events, ordered, hazards } = this.#context;
    if (ordered.size === 0 && !events.isAwaited) hazards.push(hazard("stuck"));
  }
}

/** Replays one episode. */
export function replay(
  answer: OrchestratorAnswer,
  events: Iterable<HistoryEvent>,
  settings: ReplaySettings,
): ReplayResult {
  return new Replay(answer, settings).over(events);
}
