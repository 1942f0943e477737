import type { DequeuedMessageItem } from "@azure/storage-queue";

import { InFlight } from "../in-flight.ts";
import { isMissing } from "../storage-clients.ts";
import { workOff, type MessageWorkOptions } from "./message-work.ts";

export interface QueuePumpOptions extends MessageWorkOptions {
  batchSize: number;
  /** The next batch is fetched when no more than so many messages are in work. */
  newBatchThreshold: number;
  maxPollingIntervalMs: number;
}

const shortestPauseMs = 100;
const pausesInALease = 8;

/** Takes the messages of a queue and works them off, several at a time. */
export class QueuePump {
  readonly #options: QueuePumpOptions;
  readonly #inFlight: InFlight;
  #loop: Promise<void> = Promise.resolve();
  #pauseMs = shortestPauseMs;
  /** Nobody has looked since the last sign that a message may be there. */
  #isUnread = true;
  /** The queue was found empty, and the time for the next look has not come. */
  #isResting = false;
  #stopped = false;
  #startedAt = 0;
  #wake: () => void = () => undefined;
  #idleWaits: (() => void)[] = [];

  constructor(options: QueuePumpOptions) {
    this.#options = options;
    this.#inFlight = new InFlight(() => {
      if (!this.#isResting) this.#wake();
      this.#tellIdle();
    });
  }

  start(): void {
    this.#startedAt = Date.now();
    this.#loop = this.#run();
  }

  /** A message is there, or may be: looks at once. */
  nudge(): void {
    this.#isUnread = true;
    this.#pauseMs = shortestPauseMs;
    this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#loop;
    await this.#inFlight.idle();
    this.#tellIdle();
  }

  /** Resolves when nothing is in work and the queue was found empty after the last nudge. */
  async idle(): Promise<void> {
    while (!this.#isIdle()) {
      await new Promise<void>((resolve) => this.#idleWaits.push(resolve));
    }
  }

  #isIdle(): boolean {
    if (this.#inFlight.size > 0) return false;
    return this.#stopped || (this.#isResting && !this.#isUnread);
  }

  #tellIdle(): void {
    if (!this.#isIdle()) return;
    for (const resolve of this.#idleWaits.splice(0)) resolve();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      if (this.#inFlight.size > this.#options.newBatchThreshold) {
        await this.#pause();
        continue;
      }
      this.#isUnread = false;
      if ((await this.#receive()) > 0) this.#pauseMs = shortestPauseMs;
      else await this.#rest();
    }
  }

  async #rest(): Promise<void> {
    if (this.#isUnread) return;
    const ms = Math.min(this.#pauseMs, this.#longestPauseMs());
    this.#pauseMs = Math.min(ms * 2, Math.max(ms, this.#options.maxPollingIntervalMs));
    this.#isResting = true;
    this.#tellIdle();
    await this.#pause(ms);
    this.#isResting = false;
  }

  // What a killed host had in work comes back during the first lease, and nobody tells of it.
  #longestPauseMs(): number {
    const leaseMs = this.#options.leaseSeconds * 1000;
    const isFirstLease = Date.now() - this.#startedAt <= leaseMs;
    return isFirstLease ? leaseMs / pausesInALease : Infinity;
  }

  /** Waits for a wake-up, or for the time to be over. */
  async #pause(ms?: number): Promise<void> {
    let timeout: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (ms !== undefined) timeout = setTimeout(resolve, ms);
    });
    if (!this.#stopped) await over;
    clearTimeout(timeout);
  }

  /** Takes a batch into work; the number of its messages. */
  async #receive(): Promise<number> {
    const { queue, batchSize, leaseSeconds, warn } = this.#options;
    try {
      const { receivedMessageItems } = await queue.receiveMessages({
        numberOfMessages: batchSize,
        visibilityTimeout: leaseSeconds,
      });
      for (const message of receivedMessageItems) this.#work(message);
      return receivedMessageItems.length;
    } catch (error) {
      if (!isMissing(error)) warn(`The queue ${queue.name} cannot be read: ${String(error)}`);
      return 0;
    }
  }

  #work(message: DequeuedMessageItem): void {
    this.#inFlight.run(async () => {
      const fate = await workOff(message, this.#options);
      if (fate === "again" && this.#options.visibilityTimeoutMs === 0) this.nudge();
    });
  }
}
