import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

type Reply =
  | readonly [
      status: number,
      body?: string | Uint8Array | undefined,
      headers?: Record<string, string>,
    ]
  | "never"
  | "stalls";

/** A host on this machine that keeps what it is sent and answers as it is told. */
export class ReceivingHost {
  readonly received: Received[] = [];
  reply: (request: Received) => Reply = () => [200];
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const kept = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
      this.received.push(kept);
      const reply = this.reply(kept);
      if (reply === "never") return;
      if (reply === "stalls") {
        // The beginning of an answer that never ends.
        response.writeHead(200).write("begun");
        return;
      }
      const [status, body, more] = reply;
      response.writeHead(status, { "content-type": "application/json", ...more }).end(body);
    });
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  /** As `host:port`. */
  get name(): string {
    return `127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }
  get address(): string {
    return `http://${this.name}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
