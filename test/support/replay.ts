import { createRequire } from "node:module";
import { InvocationContext } from "@azure/functions";
import type { OrchestrationHandler } from "durable-functions";

const require = createRequire(import.meta.url);
const {
  createOrchestrator,
  DurableOrchestrationInput,
} = require("durable-functions/lib/src/util/testingUtils.js");

const minute = 60_000;
const mostTimer = 2 * 24 * 60 * minute;

/** What a fake activity may do to the run that called it. */
export interface World {
  readonly now: Date;
  /** How often this activity has been called, this call included. */
  readonly call: number;
  /** Raises an event; 0 ms from now means while the activity is still running. */
  raise(name: string, afterMs?: number): void;
}
type Fake = (input: any, world: World) => unknown;

interface Script {
  readonly input: unknown;
  readonly activities: Readonly<Record<string, Fake>>;
  readonly start?: Date;
  readonly episodes?: number;
}
export interface Run {
  readonly output: any;
  /** Every activity call in the order it was scheduled. */
  readonly calls: readonly { name: string; input: any }[];
  readonly statuses: readonly any[];
  readonly clock: Date;
  readonly events: number;
}

/** Lives through a whole run in virtual time, replaying it from its history in every episode. */
export async function play(handler: OrchestrationHandler, script: Script): Promise<Run> {
  return await new Replay(handler, script).run();
}

const named = (action: any) =>
  [action.actionType, action.functionName, action.fireAt, action.externalEventName].join(" ");

interface Inbound {
  readonly at: number;
  readonly order: number;
  readonly timer?: number;
  make(): object;
}

class Replay {
  readonly #listener: any;
  readonly #script: Script;
  readonly #history: object[] = [];
  readonly #inbound: Inbound[] = [];
  readonly #calls: { name: string; input: any }[] = [];
  readonly #statuses: any[] = [];
  readonly #counts = new Map<string, number>();
  /** Ids of timers by the place of their action. */
  readonly #timers = new Map<number, number>();
  readonly #openTimers = new Set<number>();
  #actions: any[] = [];
  #ids = 0;
  #order = 0;
  #clock: Date;

  constructor(handler: OrchestrationHandler, script: Script) {
    this.#listener = createOrchestrator(handler);
    this.#script = script;
    this.#clock = script.start ?? new Date("2030-01-07T09:00:00Z");
  }

  async run(): Promise<Run> {
    const started = { EventType: 0, Name: "o", Input: JSON.stringify(this.#script.input) };
    this.#arrive(0, () => started);
    for (let n = 0; n < (this.#script.episodes ?? 400); n++) {
      const next = this.#next();
      this.#clock = new Date(Math.max(next.at, this.#clock.getTime()));
      this.#push({ EventType: 12 });
      this.#push(next.make());
      const state = await this.#episode();
      if (state.isDone) return this.#finish(state.output);
      for (const index of this.#fresh(state.actions.flat())) await this.#carryOut(index);
      this.#push({ EventType: 13 });
    }
    throw new Error("the run did not finish");
  }

  #finish(output: any): Run {
    if (this.#openTimers.size > 0) throw new Error("a timer was left open");
    return {
      output,
      calls: this.#calls,
      statuses: this.#statuses,
      clock: this.#clock,
      events: this.#history.length,
    };
  }

  #next(): Inbound {
    this.#inbound.sort((a, b) => a.at - b.at || a.order - b.order);
    const next = this.#inbound.shift();
    if (!next) throw new Error(`stuck after ${JSON.stringify(this.#calls.at(-1))}`);
    if (next.timer !== undefined && !this.#openTimers.delete(next.timer)) return this.#next();
    return next;
  }

  /** Runs the orchestrator twice over the same history: a body that is not pure shows up at once. */
  async #episode(): Promise<any> {
    const [first, second] = [await this.#replay(), await this.#replay()];
    if (JSON.stringify(first) !== JSON.stringify(second))
      throw new Error("two replays of one history differ");
    const status = first.customStatus;
    if (JSON.stringify(status) !== JSON.stringify(this.#statuses.at(-1)))
      this.#statuses.push(status);
    return first;
  }

  async #replay(): Promise<any> {
    const trigger = new DurableOrchestrationInput(
      "run",
      structuredClone(this.#history),
      this.#script.input,
      "3.00:00:00",
      "6.00:00:00",
      30_000,
      3,
    );
    return await this.#listener(trigger, new InvocationContext({ functionName: "o" }));
  }

  /** Where this episode's decisions begin; those of earlier ones must be there unchanged. */
  #fresh(all: any[]): number[] {
    const flat = all.flatMap((action) => action.compoundActions ?? [action]);
    const known = this.#actions.length;
    if (flat.slice(0, known).map(named).join() !== this.#actions.map(named).join())
      throw new Error("not deterministic");
    this.#actions = flat;
    for (const [index, id] of this.#timers) if (flat[index].isCanceled) this.#openTimers.delete(id);
    return flat.map((_, index) => index).slice(known);
  }

  async #carryOut(index: number): Promise<void> {
    const action = this.#actions[index];
    if (action.functionName !== undefined) await this.#callActivity(action);
    else if (action.fireAt !== undefined) this.#startTimer(action, index);
  }

  async #callActivity(action: any): Promise<void> {
    const id = this.#ids++;
    const { functionName: name, input } = action;
    const fake = this.#script.activities[name];
    if (!fake) throw new Error(`no activity ${name}`);
    this.#calls.push({ name, input });
    this.#push({ EventType: 4, EventId: id, Name: name });
    const call = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, call);
    const raise = (event: string, afterMs = 0) => {
      this.#arrive(afterMs, () => ({ EventType: 15, Name: event, Input: "{}" }));
    };
    const done = { EventId: -1, TaskScheduledId: id };
    try {
      const result = await fake(structuredClone(input), { now: this.#clock, call, raise });
      const Result = JSON.stringify(result ?? null);
      this.#arrive(minute, () => ({ EventType: 5, ...done, Result }));
    } catch (error: any) {
      const Reason = `Activity function '${name}' failed: ${error.message}`;
      this.#arrive(minute, () => ({ EventType: 6, ...done, Reason, Details: "{}" }));
    }
  }

  #startTimer(action: any, index: number): void {
    const id = this.#ids++;
    const FireAt = action.fireAt;
    const after = new Date(FireAt).getTime() - this.#clock.getTime();
    if (after > mostTimer) throw new Error("a timer of more than two days");
    this.#push({ EventType: 10, EventId: id, FireAt });
    if (action.isCanceled) return;
    this.#timers.set(index, id);
    this.#openTimers.add(id);
    this.#arrive(after, () => ({ EventType: 11, TimerId: id, FireAt }), id);
  }

  #arrive(afterMs: number, make: () => object, timer?: number): void {
    const at = this.#clock.getTime() + afterMs;
    const order = this.#order++;
    this.#inbound.push({ at, order, make, ...(timer !== undefined && { timer }) });
  }

  #push(event: object): void {
    const Timestamp = this.#clock.toISOString();
    this.#history.push({ EventId: -1, IsPlayed: false, Timestamp, ...event });
  }
}
