import { setTimeout as sleep } from "node:timers/promises";
import type { Run } from "./workload.ts";

const retryMs = 30;

/** The answer of the status query, as far as it is needed here. */
export interface RunStatus {
  runtimeStatus: string;
  output: unknown;
}

/** Sends the load to whichever host is up, until each request has been accepted. */
export class Load {
  accepted = 0;
  readonly #url: () => string | undefined;

  constructor(url: () => string | undefined) {
    this.#url = url;
  }

  /** Starts a run and raises its events. */
  async drive(run: Run): Promise<void> {
    // 409: an earlier attempt was accepted, and its answer got lost with the host.
    await this.#insist(`orchestrators/${run.orchestration}/${run.id}`, run.input, [202, 409]);
    for (const number of run.events) {
      // 410: all numbers have arrived, one of them through an attempt whose answer got lost.
      await this.#insist(`instances/${run.id}/raiseEvent/Number`, { number }, [202, 410]);
    }
  }

  /** The status of a run; undefined when it is unknown. */
  async status(run: Run): Promise<RunStatus | undefined> {
    for (;;) {
      const response = await this.#ask("GET", `instances/${run.id}`);
      if (response?.status === 404) return undefined;
      if (response && response.status < 300) return (await response.json()) as RunStatus;
      await sleep(retryMs);
    }
  }

  async #insist(path: string, body: unknown, good: readonly number[]): Promise<void> {
    for (;;) {
      const response = await this.#ask("POST", path, body);
      if (response && good.includes(response.status)) {
        this.accepted += 1;
        return;
      }
      if (response && response.status < 500) {
        throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
      }
      await sleep(retryMs);
    }
  }

  async #ask(method: string, path: string, body?: unknown): Promise<Response | undefined> {
    const base = this.#url();
    if (base === undefined) return undefined;
    try {
      return await fetch(`${base}${path}`, {
        method,
        headers: { "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch {
      return undefined;
    }
  }
}
