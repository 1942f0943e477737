import { TimerListener } from "../../../../infra/local/functions-host/timers/timer-listener.ts";
import {
  openLocalStorage,
  type LocalStorage,
} from "../../../../infra/local/storage/local-storage.ts";
import { listenerBench } from "../listener-bench.ts";

export const startAt = new Date("2026-03-02T08:59:30Z");
export const minute = 60_000;

/** Timers over one storage, all ended together. */
export class TimerBench {
  readonly storage: LocalStorage;
  readonly #endings: (() => Promise<void>)[] = [];
  #names = 0;

  private constructor(storage: LocalStorage) {
    this.storage = storage;
  }

  static async open(): Promise<TimerBench> {
    const accounts = ["runtime"];
    return new TimerBench(
      await openLocalStorage({ folder: undefined, accounts, log: () => undefined }),
    );
  }

  freshName(): string {
    return `timer${(this.#names += 1)}`;
  }

  async start(options: Partial<Parameters<typeof listenerBench>[0]>) {
    const bench = listenerBench({
      name: this.freshName(),
      startAt,
      trigger: { schedule: "0 */5 * * * *" },
      ...options,
      storage: this.storage,
    });
    const listener = new TimerListener(bench.context);
    bench.clock.addQuiesce(() => listener.idle());
    const end = async () => {
      await listener.stop();
      bench.clock.close();
    };
    this.#endings.push(end);
    await listener.start();
    const payloads = () => bench.calls.map((call) => JSON.parse(call.data.json ?? ""));
    const advance = (ms: number) => bench.clock.advanceTo(new Date(startAt.getTime() + ms));
    return { ...bench, listener, payloads, advance, end };
  }

  async stopTimers(): Promise<void> {
    for (const end of this.#endings.splice(0)) await end();
  }
}
