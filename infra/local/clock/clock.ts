/** What the parts of the host know of time. */
export interface Clock {
  now(): Date;
  /** Calls back once when `when` is reached (at once, asynchronously, if past); returns a cancel. */
  at(when: Date, callback: () => void): () => void;
  /** Where the clock is being moved to, while it is. */
  readonly movingTo?: Date | undefined;
}

/** Something that can be busy; resolves when it has nothing running or about to run. */
export type Quiesce = () => Promise<void>;

interface Appointment {
  due: number;
  callback: () => void;
}

// Node fires a longer timeout at once.
const longestTimeoutMs = 2 ** 31 - 1;
const mostPasses = 20;

/** Real time plus an offset that only grows, so that weeks can be lived through in a second. */
export class MovableClock implements Clock {
  offsetMs = 0;
  readonly #appointments: Appointment[] = [];
  readonly #quiesces: Quiesce[] = [];
  #timeout: NodeJS.Timeout | undefined;
  #advance: Promise<void> = Promise.resolve();
  #closed = false;
  #movingTo: Date | undefined;
  #save: (offsetMs: number) => Promise<void> = () => Promise.resolve();

  constructor(startAt?: Date) {
    if (startAt) this.offsetMs = startAt.getTime() - Date.now();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  get movingTo(): Date | undefined {
    return this.#movingTo;
  }

  at(when: Date, callback: () => void): () => void {
    const appointment: Appointment = { due: when.getTime(), callback };
    if (Number.isNaN(appointment.due)) throw new RangeError("The time of a timer is not a date.");
    // After all that are due at the same time: equal times fire in the order they were made.
    const position = this.#appointments.findIndex((other) => other.due > appointment.due);
    this.#appointments.splice(position < 0 ? this.#appointments.length : position, 0, appointment);
    this.#arm();
    return () => {
      this.#remove(appointment);
    };
  }

  /** Has every move written down before it begins, so that a restart does not go back in time. */
  keepWith(save: (offsetMs: number) => Promise<void>): void {
    this.#save = save;
  }

  addQuiesce(idle: Quiesce): void {
    this.#quiesces.push(idle);
  }

  /** Lives through the time up to `to`: every timer on the way fires at its own time, in order. */
  advanceTo(to: Date): Promise<void> {
    const advance = this.#advance.then(() => this.#walkTo(to.getTime()));
    this.#advance = advance.catch(() => undefined);
    return advance;
  }

  close(): void {
    this.#closed = true;
    this.#appointments.length = 0;
    clearTimeout(this.#timeout);
  }

  async #walkTo(to: number): Promise<void> {
    if (!(to >= this.now().getTime())) {
      throw new RangeError(`The clock only moves forward: it is ${this.now().toISOString()}.`);
    }
    await this.#save(Math.max(this.offsetMs, to - Date.now()));
    this.#movingTo = new Date(to);
    try {
      await this.#walk(to);
    } finally {
      this.#movingTo = undefined;
      this.#arm();
    }
  }

  async #walk(to: number): Promise<void> {
    await this.#settle();
    for (;;) {
      const next = this.#appointments[0];
      if (!next || next.due > to) break;
      this.#remove(next);
      this.#moveTo(next.due);
      next.callback();
      await this.#settle();
    }
    this.#moveTo(to);
  }

  #moveTo(time: number): void {
    this.offsetMs = Math.max(this.offsetMs, time - Date.now());
  }

  /** Waits until one pass over all parts finds every one of them idle already. */
  async #settle(): Promise<void> {
    for (let pass = 0; pass < mostPasses; pass += 1) {
      const idle = Promise.all(this.#quiesces.map((quiesce) => quiesce())).then(() => true);
      const turn = new Promise<false>((resolve) => setImmediate(resolve, false));
      if (await Promise.race([idle, turn])) return;
      await idle;
    }
  }

  #remove(appointment: Appointment): void {
    const position = this.#appointments.indexOf(appointment);
    if (position >= 0) this.#appointments.splice(position, 1);
  }

  #arm(): void {
    clearTimeout(this.#timeout);
    const next = this.#appointments[0];
    if (!next || this.#closed) return;
    const wait = Math.max(0, next.due - this.now().getTime());
    this.#timeout = setTimeout(
      () => {
        this.#fireDue();
      },
      Math.min(wait, longestTimeoutMs),
    );
  }

  #fireDue(): void {
    // Node timers may fire a millisecond early, hence the comparison with the clock itself.
    const next = this.#appointments[0];
    if (next && next.due <= this.now().getTime()) {
      this.#remove(next);
      this.#arm();
      next.callback();
      return;
    }
    this.#arm();
  }
}
