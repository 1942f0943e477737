import { availableParallelism } from "node:os";
import { DurableEngine } from "./engine/engine.ts";
import { type EngineOptions, engineSettings } from "./engine/engine-settings.ts";
import type { HistoryEvent } from "./history/history-event.ts";
import { type DurableRequest, type DurableResponse, json } from "./management/durable-request.ts";
import { manage } from "./management/management-api.ts";
import { managementUrls, requiredQuery } from "./management/answers/management-urls.ts";
import { TooLargeError } from "./store/instance-store.ts";

export type { DurableRequest, DurableResponse } from "./management/durable-request.ts";

export type DurableOptions = EngineOptions & { hubName: string };

export interface ClientAddresses {
  /** Of the management API with keys, without a slash at its end. */
  publicBase: string;
  /** Of the loopback endpoint without keys, with a slash at its end. */
  rpcBase: string;
  code: string;
}

/** Durable Functions for one host: the engine and the API in front of it. */
export class DurableExtension {
  readonly #engine: DurableEngine;
  readonly #hubName: string;

  constructor(options: DurableOptions) {
    const { hubName, ...rest } = options;
    this.#hubName = hubName;
    this.#engine = new DurableEngine(engineSettings(rest, availableParallelism()));
  }

  /** Takes up every open instance where it stands. */
  async start(): Promise<void> {
    for (const { name, trigger } of this.#engine.settings.app.functions.values()) {
      if (trigger.type.toLowerCase() === "entitytrigger") {
        throw new Error(`This host runs no durable entities: remove the entity '${name}'.`);
      }
    }
    await this.#engine.start();
  }

  /** Waits for running episodes and activities; nothing new is begun. */
  async stop(): Promise<void> {
    await this.#engine.stop();
  }

  /** Resolves when nothing runs; timers that are not due do not count. */
  async idle(): Promise<void> {
    await this.#engine.idle();
  }

  async handle(request: DurableRequest): Promise<DurableResponse> {
    try {
      return await manage(this.#engine, this.#hubName, request);
    } catch (error) {
      if (error instanceof TooLargeError) return json(413, { Message: error.message });
      throw error;
    }
  }

  /** The whole history of an instance's current generation. */
  async history(instanceId: string): Promise<readonly HistoryEvent[]> {
    return await this.#engine.history(instanceId);
  }

  /** JSON text for a durableClient input. */
  clientInput({ publicBase, rpcBase, code }: ClientAddresses): string {
    const query = requiredQuery(this.#hubName, code);
    const create = `${publicBase}/orchestrators/{functionName}[/{instanceId}]`;
    const instance = `${publicBase}/instances/INSTANCEID`;
    return JSON.stringify({
      taskHubName: this.#hubName,
      creationUrls: {
        createNewInstancePostUri: `${create}?code=${encodeURIComponent(code)}`,
        createAndWaitOnNewInstancePostUri: `${create}?timeout={timeoutInSeconds}&pollingInterval={intervalInSeconds}&code=${encodeURIComponent(code)}`,
      },
      managementUrls: {
        id: "INSTANCEID",
        ...managementUrls(publicBase, "INSTANCEID", query),
        rewindPostUri: `${instance}/rewind?reason={text}&${query}`,
      },
      baseUrl: publicBase,
      requiredQueryStringParameters: query,
      rpcBaseUrl: rpcBase,
    });
  }
}
