import { InFlight } from "../in-flight.ts";
import type { Listener, ListenerContext } from "../listener.ts";
import { BlobDetector } from "./blob-detector.ts";
import { BlobFunction } from "./blob-function.ts";
import { BlobQueue } from "./blob-queue.ts";
import { type BlobMessage } from "./blob-message.ts";
import { readDelivery } from "./event-grid.ts";

export interface BlobTriggersOptions extends Omit<ListenerContext, "fn" | "invoke"> {
  /** How often containers are looked through for functions that get no events; 10 s by default. */
  scanIntervalMs?: number;
}

interface Watch {
  fn: BlobFunction;
  detector: BlobDetector;
}

const azureScanIntervalMs = 10_000;

/** Runs the functions with blob triggers; they share one queue. */
export class BlobTriggers implements Listener {
  readonly #options: BlobTriggersOptions;
  readonly #queue: BlobQueue;
  readonly #watches = new Map<string, Watch>();
  readonly #detecting = new InFlight();
  readonly #scans = new Map<string, NodeJS.Timeout>();
  #unsubscribe: () => void = () => undefined;
  #stopped = false;

  constructor(options: BlobTriggersOptions) {
    this.#options = options;
    this.#queue = new BlobQueue(options, (message) => this.#run(message));
  }

  /** Before the start; a path or connection that is no good is refused here. */
  add(context: ListenerContext): void {
    const fn = new BlobFunction(context);
    this.#watches.set(fn.id.toLowerCase(), { fn, detector: new BlobDetector(fn, this.#queue) });
  }

  async start(): Promise<void> {
    if (this.#watches.size === 0) return;
    await Promise.all([...this.#watches.values()].map(({ fn }) => fn.receipts.load()));
    this.#subscribe();
    // What was written while no host was there: Event Grid would deliver it again now.
    for (const watch of this.#watches.values()) this.#scan(watch);
    this.#queue.start();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    for (const scan of this.#scans.values()) clearTimeout(scan);
    await this.#detecting.idle();
    if (this.#watches.size > 0) await this.#queue.stop();
  }

  async idle(): Promise<void> {
    if (this.#watches.size === 0) return;
    await this.#options.storageEvents?.settled();
    do {
      await this.#detecting.idle();
      await this.#queue.idle();
    } while (this.#detecting.size > 0);
  }

  /** The webhook that Event Grid delivers to. */
  async eventGrid(request: {
    functionName: string;
    body: unknown;
  }): Promise<{ status: number; body?: unknown }> {
    const watch = this.#watches.get(request.functionName.toLowerCase());
    if (!watch?.fn.isEventDriven) return { status: 404 };
    const delivery = readDelivery(request.body);
    if (!delivery) return { status: 400 };
    if ("validationCode" in delivery) {
      return { status: 200, body: { validationResponse: delivery.validationCode } };
    }
    for (const { container, blob, ...version } of delivery.notices) {
      if (watch.fn.owns(container, blob)) await watch.detector.notice(blob, version);
    }
    return { status: 202 };
  }

  #subscribe(): void {
    const end = this.#options.storageEvents?.onBlobCreated(({ account, container, blob }) => {
      for (const { fn, detector } of this.#watches.values()) {
        // For functions without Event Grid this stands for the storage's log, which Azure reads too.
        const isOwn = fn.container.accountName === account && fn.owns(container, blob);
        if (isOwn) this.#detect(fn, () => detector.look(blob));
      }
    });
    this.#unsubscribe = end ?? this.#unsubscribe;
  }

  #scan({ fn, detector }: Watch): void {
    this.#detect(fn, async () => {
      try {
        await detector.sweep();
      } finally {
        if (!fn.isEventDriven) this.#scanAgain({ fn, detector });
      }
    });
  }

  #scanAgain(watch: Watch): void {
    if (this.#stopped) return;
    const wait = this.#options.scanIntervalMs ?? azureScanIntervalMs;
    this.#scans.set(
      watch.fn.id,
      setTimeout(() => {
        this.#scan(watch);
      }, wait),
    );
  }

  #detect(fn: BlobFunction, look: () => Promise<void>): void {
    this.#detecting.run(async () => {
      try {
        await look();
      } catch (error) {
        const problem = `${fn.id}: the blobs could not be looked at: ${String(error)}`;
        this.#options.log("error", "Host.Triggers.Blob", problem);
      }
    });
  }

  async #run(message: BlobMessage): Promise<void> {
    const watch = this.#watches.get(message.FunctionId.toLowerCase());
    // Left over from a function that the app no longer has.
    await watch?.fn.run(message);
  }
}
