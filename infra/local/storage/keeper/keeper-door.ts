import { createServer, type AddressInfo, type Server, type Socket } from "node:net";

import {
  onMessage,
  send,
  type HostMessage,
  type KeeperMessage,
  type RequestCounts,
  type Welcome,
} from "./keeper-messages.ts";
import { blobCreatedBy, messagePutBy, type AnsweredRequest } from "./request-meaning.ts";
import type { BlobCreated, QueueMessagePut } from "../storage-events.ts";

export interface DoorOptions {
  token: string;
  lingerMs: number;
  /** Asked for by the host, or because no host came (back) in time. */
  stop: () => void;
}

// A host that ordered a keeper and died before it connected.
const firstHostMs = 15_000;
const refuseAfterMs = 300;

/** Lets one host in at a time, and tells it what the storage answered. */
export class KeeperDoor {
  readonly #options: DoorOptions;
  readonly #server: Server;
  readonly #counts: RequestCounts = { blob: 0, queue: 0, table: 0 };
  #blobs: BlobCreated[] = [];
  #messages: QueueMessagePut[] = [];
  #host: { socket: Socket; pid: number } | undefined;
  #welcome: Omit<Welcome, "counts"> | undefined;
  #linger: NodeJS.Timeout | undefined;
  #reporting = false;
  #closing = false;

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#server = createServer((socket) => {
      this.#greet(socket);
    });
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.#waitForHost(firstHostMs);
    return (this.#server.address() as AddressInfo).port;
  }

  /** The storage is ready: says so to the host that waits and to those that come. */
  open(welcome: Omit<Welcome, "counts">): void {
    this.#welcome = welcome;
    this.#sayWelcome();
  }

  report(request: AnsweredRequest): void {
    this.#counts[request.service] += 1;
    const blob = blobCreatedBy(request);
    if (blob) this.#blobs.push(blob);
    const message = messagePutBy(request);
    if (message) this.#messages.push(message);
    if (this.#reporting) return;
    this.#reporting = true;
    // One message for all that was answered in one turn of the event loop.
    setImmediate(() => {
      this.#sendReport();
    });
  }

  #sendReport(): void {
    if (!this.#reporting) return;
    this.#reporting = false;
    const [blobs, messages] = [this.#blobs, this.#messages];
    this.#blobs = [];
    this.#messages = [];
    this.#tell({ counts: this.#counts, blobs, messages });
  }

  #greet(socket: Socket): void {
    socket.setNoDelay(true);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => {
      if (this.#host?.socket !== socket) return;
      this.#host = undefined;
      if (!this.#closing) this.#waitForHost(this.#options.lingerMs);
    });
    onMessage(socket, (message) => {
      if (this.#host?.socket === socket) this.#obey(message);
      else if ("hello" in message && message.hello === this.#options.token) {
        this.#letIn(socket, message.pid);
      } else socket.destroy();
    });
  }

  #obey(message: HostMessage | KeeperMessage): void {
    if ("stop" in message) this.#stop();
    if (!("ping" in message)) return;
    this.#sendReport();
    this.#tell({ pong: message.ping });
  }

  #letIn(socket: Socket, pid: number, isPatient = true): void {
    // Told nothing while it closes: the end of the process ends the connection.
    if (this.#closing) return;
    if (!this.#host) {
      if (socket.destroyed) return;
      this.#host = { socket, pid };
      clearTimeout(this.#linger);
      this.#sayWelcome();
    } else if (isPatient) {
      // The news that the host before has died may be on its way.
      setTimeout(() => {
        this.#letIn(socket, pid, false);
      }, refuseAfterMs);
    } else {
      send(socket, { refused: this.#host.pid });
      socket.end();
    }
  }

  #sayWelcome(): void {
    if (this.#welcome) this.#tell({ welcome: { ...this.#welcome, counts: this.#counts } });
  }

  #tell(message: KeeperMessage): void {
    if (this.#host) send(this.#host.socket, message);
  }

  #waitForHost(ms: number): void {
    this.#linger = setTimeout(() => {
      this.#stop();
    }, ms);
  }

  #stop(): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#options.stop();
  }
}
