import { BlobTriggers } from "../blobs/blob-triggers.ts";
import { type HttpFunction, httpFunction } from "../http/http-function.ts";
import type { EventGridWebhook } from "../http/webhooks.ts";
import type { Listener, ListenerContext } from "../listener.ts";
import { QueueListener } from "../queues/queue-listener.ts";
import { TimerListener } from "../timers/timer-listener.ts";
import type { RegisteredFunction } from "../worker/registered-function.ts";
import { isDurable } from "./index-functions.ts";

/** Everything that starts functions in this host, besides the durable extension. */
export class Triggers implements Listener {
  readonly http: HttpFunction[] = [];
  readonly #context: Omit<ListenerContext, "fn">;
  readonly #scan: { scanIntervalMs?: number };
  readonly #listeners: Listener[] = [];

  #blobs: BlobTriggers | undefined;

  constructor(context: Omit<ListenerContext, "fn">, scan: { scanIntervalMs?: number }) {
    this.#context = context;
    this.#scan = scan;
  }

  /** Builds what serves a function; throws when its trigger cannot be served. */
  add(fn: RegisteredFunction): void {
    const context = { ...this.#context, fn };
    const type = fn.trigger.type.toLowerCase();
    if (type === "httptrigger") {
      this.http.push(httpFunction(fn, context.hostJson.extensions.http.routePrefix));
    } else if (type === "queuetrigger") this.#listeners.push(new QueueListener(context));
    else if (type === "timertrigger") this.#listeners.push(new TimerListener(context));
    else if (type === "blobtrigger") this.#blobTriggers().add(context);
    else if (!isDurable(fn)) {
      throw new Error(`The trigger type '${fn.trigger.type}' is not supported.`);
    }
  }

  async start(): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener.start()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener.stop()));
  }

  async idle(): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener.idle()));
  }

  /** What Event Grid delivers for a blob function. */
  readonly eventGrid: EventGridWebhook = async (request) =>
    (await this.#blobs?.eventGrid(request)) ?? { status: 404 };

  // Made on demand: an app without blob triggers may have no storage.
  #blobTriggers(): BlobTriggers {
    if (!this.#blobs) {
      this.#blobs = new BlobTriggers({ ...this.#context, ...this.#scan });
      this.#listeners.push(this.#blobs);
    }
    return this.#blobs;
  }
}
