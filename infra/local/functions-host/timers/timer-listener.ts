import { InFlight } from "../in-flight.ts";
import type { Listener, ListenerContext, RetryContext } from "../listener.ts";
import { RetryPolicy } from "./retry-policy.ts";
import { isFrequent, isPastDue, newStatus, statusAfterRun } from "./schedule-progress.ts";
import { Schedule } from "./schedule.ts";
import { type ScheduleStatus, TimerMonitor } from "./timer-monitor.ts";

interface Run {
  due: Date;
  isPastDue: boolean;
  retries: number;
}

/** A schedule with more runs than this inside one move of the clock sleeps through it. */
const mostRunsInAMove = 50;

/** Runs a function by its schedule, never twice at a time; failures do not stop the schedule. */
export class TimerListener implements Listener {
  readonly #context: ListenerContext;
  readonly #schedule: Schedule;
  readonly #retries: RetryPolicy;
  readonly #running = new InFlight();
  #monitor: TimerMonitor | undefined;
  #status: ScheduleStatus | undefined;
  #cancel: () => void = () => undefined;
  #stopped = false;

  /** A schedule that is none, or names a missing setting, is refused here. */
  constructor(context: ListenerContext) {
    this.#context = context;
    const { trigger, retryOptions } = context.fn;
    this.#schedule = new Schedule(context.settings.resolve(String(trigger["schedule"])));
    this.#retries = new RetryPolicy(retryOptions);
  }

  async start(): Promise<void> {
    const { fn, settings, clock } = this.#context;
    if (settings.get("WEBSITE_TIME_ZONE")) {
      this.#log("warning", "WEBSITE_TIME_ZONE is ignored: schedules mean UTC.");
    }
    const now = clock.now();
    const isMonitored = fn.trigger["useMonitor"] !== false && !isFrequent(this.#schedule, now);
    this.#monitor = isMonitored ? new TimerMonitor(settings, fn.name) : undefined;
    const missed = await this.#catchUp(now);
    if (missed || fn.trigger["runOnStartup"] === true) {
      this.#run({ due: now, isPastDue: missed, retries: 0 });
    } else this.#arm(now);
  }

  /** Whether a run was missed, as far as the monitor knows. */
  async #catchUp(now: Date): Promise<boolean> {
    const known = await this.#monitor?.read();
    this.#status = known ?? newStatus(this.#schedule, now);
    if (known) return isPastDue(this.#schedule, known, now);
    await this.#monitor?.write(this.#status);
    return false;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.idle();
  }

  idle(): Promise<void> {
    return this.#running.idle();
  }

  #arm(after: Date): void {
    const due = this.#schedule.next(after);
    if (!due) this.#log("warning", `The schedule "${this.#schedule.text}" never comes again.`);
    else {
      const woken = this.#sleepsUntil(due);
      this.#runAt(woken ?? due, { due, isPastDue: woken !== undefined, retries: 0 });
    }
  }

  /** A clock that is moved over many runs is like a host that slept: one run, past due, at the end. */
  #sleepsUntil(first: Date): Date | undefined {
    const target = this.#context.clock.movingTo;
    if (target === undefined) return undefined;
    let due: Date | undefined = first;
    for (let runs = 0; runs < mostRunsInAMove; runs += 1) {
      if (due === undefined || due > target) return undefined;
      due = this.#schedule.next(due);
    }
    return target;
  }

  #runAt(time: Date, run: Run, retryContext?: RetryContext): void {
    if (this.#stopped) return;
    this.#cancel = this.#context.clock.at(time, () => {
      this.#run(run, retryContext);
    });
  }

  #run(run: Run, retryContext?: RetryContext): void {
    this.#running.run(async () => {
      try {
        await this.#invoke(run, retryContext);
      } catch (error) {
        if (this.#retry(run, error)) return;
      }
      await this.#conclude(run);
    });
  }

  #invoke(run: Run, retryContext: RetryContext | undefined): Promise<void> {
    const { fn, invoke } = this.#context;
    const payload = {
      Schedule: { AdjustForDST: true },
      ScheduleStatus: this.#monitor ? this.#status : null,
      IsPastDue: run.isPastDue,
    };
    const input = { name: fn.trigger.name, data: { json: JSON.stringify(payload) } };
    return invoke(fn.name, [input], {}, retryContext);
  }

  #retry(run: Run, error: unknown): boolean {
    const retryCount = run.retries + 1;
    const delay = this.#retries.delayMs(retryCount);
    if (delay === undefined) return false;
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    this.#log("warning", `Retry ${retryCount} follows in ${delay} ms.`);
    // The wait is an appointment, not work: a clock that is moved need not sit it out.
    const time = new Date(this.#context.clock.now().getTime() + delay);
    this.#runAt(
      time,
      { ...run, retries: retryCount },
      {
        retryCount,
        maxRetryCount: this.#retries.maxRetryCount,
        exception: { message, source: "", stackTrace: stack ?? "" },
      },
    );
    return true;
  }

  /** Whatever was missed while the function ran is left out, as on Azure. */
  async #conclude({ due }: Run): Promise<void> {
    const now = this.#context.clock.now();
    this.#status = statusAfterRun(this.#schedule, due, now);
    try {
      await this.#monitor?.write(this.#status);
    } catch (error) {
      this.#log("warning", `The timer's status could not be saved: ${String(error)}`);
    }
    this.#arm(now > due ? now : due);
  }

  #log(level: "warning", message: string): void {
    this.#context.log(level, `Function.${this.#context.fn.name}`, message);
  }
}
