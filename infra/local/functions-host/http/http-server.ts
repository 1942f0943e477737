import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** Handles one request; what it throws has been logged by then. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An HTTP server that can be closed without cutting off running answers. */
export class HttpServer {
  readonly #server: Server;
  readonly #running = new Set<Promise<void>>();

  private constructor(handle: RequestHandler) {
    this.#server = createServer((request, response) => {
      const run = handle(request, response).finally(() => this.#running.delete(run));
      this.#running.add(run);
    });
    // Uploads may take longer than Node's five minutes.
    this.#server.requestTimeout = 0;
    acceptLowerCaseMethods(this.#server);
  }

  static async listen(
    handle: RequestHandler,
    address: { hostname: string; port: number },
  ): Promise<HttpServer> {
    const made = new HttpServer(handle);
    await new Promise<void>((resolve, reject) => {
      made.#server.once("error", reject);
      made.#server.listen(address.port, address.hostname, resolve);
    });
    return made;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Takes no new connection, waits a while for running answers, then closes the rest. */
  async close(graceMs = 10_000): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeIdleConnections();
    const patience = new AbortController();
    const isOver = delay(graceMs, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([Promise.allSettled(this.#running), isOver]);
    patience.abort();
    this.#server.closeAllConnections();
    await closed;
  }
}

// Node's parser refuses `get /` outright, the official front takes it.
function acceptLowerCaseMethods(server: Server): void {
  const [accept] = server.listeners("connection") as ((this: Server, socket: Socket) => void)[];
  if (!accept) return;
  server.removeListener("connection", accept);
  server.on("connection", (socket: Socket) => {
    socket.once("error", () => socket.destroy());
    socket.once("data", (first: Buffer) => {
      socket.pause();
      socket.unshift(upperCaseMethod(first));
      accept.call(server, socket);
      process.nextTick(() => socket.resume());
    });
  });
}

function upperCaseMethod(first: Buffer): Buffer {
  const end = first.indexOf(" ");
  const method = first.subarray(0, end).toString("latin1");
  if (end < 0 || !/^[a-z]+$/i.test(method)) return first;
  return Buffer.concat([Buffer.from(method.toUpperCase()), first.subarray(end)]);
}
