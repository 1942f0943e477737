import type { OrchestrationContext, Task } from "durable-functions";
import type { StepId } from "../../shared/publishing/processes/process.ts";
import { Submission } from "../../shared/publishing/submission.ts";
import { cancelRequested, type Contract, type EventContract } from "../activities/contracts.ts";
import { days } from "./durations.ts";

/** A generator that yields durable tasks and returns T; delegate to it with yield*. */
export type Workflow<T> = Generator<Task, T, unknown>;

/** How one call of an activity went: what it throws is ours to mend, never the publisher's. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | Failure;
interface Failure {
  readonly ok: false;
  readonly reason: string;
}

/** One run of a workflow, as its steps see it; nothing else touches the durable engine. */
export class Flow {
  readonly submission: Submission;
  readonly #df: OrchestrationContext["df"];
  /** Every listener placed and not yet answered, by event. */
  readonly #listeners = new Map<string, Task[]>();

  constructor(context: OrchestrationContext) {
    this.#df = context.df;
    this.submission = Submission.parse(context.df.getInput());
  }

  /** The replay-safe clock. */
  get now(): Date {
    return this.#df.currentUtcDateTime;
  }

  /** What every activity is told. */
  get call(): { submission: Submission; at: string } {
    return { submission: this.submission, at: this.now.toISOString() };
  }

  /** Shows operators where the run is; people and clients read storage instead. */
  enter(step: StepId, detail: { round?: number; blocked?: string } = {}): void {
    this.#df.setCustomStatus({ step, since: this.now.toISOString(), ...detail });
  }

  /** Calls an activity once. An answer of the wrong shape is a bug and ends the run. */
  *attempt<I, O>(activity: Contract<I, O>, input: I): Workflow<Attempt<O>> {
    let answer: unknown;
    try {
      answer = yield this.#df.callActivity(activity.name, input);
    } catch (error) {
      return failure(error);
    }
    return { ok: true, value: activity.output.parse(answer) };
  }

  /** Calls an activity for several inputs at once; it must report failures as values. */
  *attemptAll<I, O>(activity: Contract<I, O>, inputs: readonly I[]): Workflow<Attempt<O[]>> {
    if (inputs.length === 0) return { ok: true, value: [] };
    let answers: unknown;
    try {
      const calls = inputs.map((input) => this.#df.callActivity(activity.name, input));
      answers = yield this.#df.Task.all(calls);
    } catch (error) {
      return failure(error);
    }
    return { ok: true, value: activity.output.array().parse(answers) };
  }

  /** Sleeps, deaf to events. */
  *pause(milliseconds: number): Workflow<void> {
    yield this.#df.createTimer(this.#after(milliseconds));
  }

  /**
   * Waits until one of the events or Cancel arrives, or the time is over; which one it was does not
   * matter, because the caller looks at storage again. At most two days at a time: a timer of more
   * than six days that loses a race breaks replay.
   */
  *wake(events: readonly EventContract[], milliseconds: number): Workflow<void> {
    const names = [cancelRequested, ...events].map((event) => event.name);
    if (this.#heard(names)) return;
    const tick = this.#df.createTimer(this.#after(Math.min(milliseconds, days(2))));
    yield this.#df.Task.any([...names.map((name) => this.#listen(name)), tick]);
    if (!tick.isCompleted) tick.cancel();
    this.#heard(names);
  }

  /** A task yielded twice is a second listener of the engine's, so each wait places its own. */
  #listen(name: string): Task {
    const task = this.#df.waitForExternalEvent(name);
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), task]);
    return task;
  }

  /** Whether an earlier listener was answered, also meanwhile; answered ones are forgotten. */
  #heard(names: readonly string[]): boolean {
    const counts = names.map((name) => {
      const placed = this.#listeners.get(name) ?? [];
      const open = placed.filter((task) => !task.isCompleted);
      this.#listeners.set(name, open);
      return placed.length - open.length;
    });
    return counts.some((count) => count > 0);
  }

  #after(milliseconds: number): Date {
    return new Date(this.now.getTime() + milliseconds);
  }
}

/** Leaves the table from inside a row. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly outcome: "rejected" | "canceled";
  readonly step: StepId;

  constructor(outcome: "rejected" | "canceled", step: StepId) {
    super(`${step} was ${outcome}`);
    this.outcome = outcome;
    this.step = step;
  }
}

/** The text of an engine error goes on with a serialised exception after a line break. */
const failure = (error: unknown): Failure => ({
  ok: false,
  reason: (error instanceof Error ? error.message : String(error)).split(" \n ")[0] ?? "",
});

/** Binds a readable body to the durable engine. */
export const durable = <T>(body: (flow: Flow) => Workflow<T>) =>
  function* (context: OrchestrationContext): Workflow<T> {
    return yield* body(new Flow(context));
  };
