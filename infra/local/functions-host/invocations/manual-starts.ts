import type { HostLog } from "../host-log.ts";
import { InFlight } from "../in-flight.ts";
import type { Settings } from "../settings/settings.ts";
import type { RegisteredFunction } from "../worker/registered-function.ts";
import type { Invoker } from "./invoker.ts";
import { manualCall } from "./manual-start.ts";

interface ManualStartsParts {
  settings: Settings;
  log: HostLog;
  invoker: Invoker;
}

/** Functions that an operator has started and that nobody waits for. */
export class ManualStarts {
  readonly #parts: ManualStartsParts;
  readonly #running = new InFlight();

  constructor(parts: ManualStartsParts) {
    this.#parts = parts;
  }

  readonly start = (fn: RegisteredFunction, input: string): void => {
    this.#running.run(async () => {
      const { settings, log, invoker } = this.#parts;
      try {
        const call = await manualCall(fn, input, settings);
        await invoker.runLogged(fn, call).catch(() => undefined);
      } catch (error) {
        log("error", `Function.${fn.name}`, `It could not be started: ${String(error)}`);
      }
    });
  };

  idle(): Promise<void> {
    return this.#running.idle();
  }
}
