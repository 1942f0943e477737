import type { IncomingMessage, ServerResponse } from "node:http";
import { requestPath } from "./routing/request-path.ts";

/** An answer that is not streamed. */
export interface Answer {
  status: number;
  headers?: Record<string, string | readonly string[]>;
  body?: string | Uint8Array;
}

/** One request and the way to answer it. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Decoded; undefined when the target is malformed. */
  readonly path: string | undefined;
  /** As it came, with the query string. */
  readonly target: string;
  readonly query: URLSearchParams;

  constructor(request: IncomingMessage, response: ServerResponse) {
    this.request = request;
    this.response = response;
    this.method = request.method ?? "GET";
    this.target = (request.url ?? "/").replace(/^https?:\/\/[^/]*/i, "") || "/";
    this.path = requestPath(this.target);
    const at = this.target.indexOf("?");
    this.query = new URLSearchParams(at < 0 ? "" : this.target.slice(at + 1));
  }

  /** Repeated headers are joined with a comma, as the official host does. */
  header(name: string): string | undefined {
    return this.request.headersDistinct[name]?.join(",");
  }

  /** Scheme and authority as the caller sees them. */
  get origin(): string {
    return `${this.scheme}://${this.host}`;
  }

  get scheme(): string {
    return this.header("x-forwarded-proto")?.split(",")[0]?.trim() ?? "http";
  }

  get host(): string {
    const { localAddress = "localhost", localPort = 80 } = this.request.socket;
    return this.header("host") ?? `${localAddress}:${localPort}`;
  }

  /** The declared length; undefined for chunked bodies. */
  get contentLength(): number | undefined {
    const text = this.header("content-length");
    return text === undefined ? undefined : Number(text);
  }

  async readBody(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  send(answer: Answer): void {
    const { response } = this;
    if (response.headersSent || response.destroyed) return;
    const body = Buffer.from(answer.body ?? "");
    response.statusCode = answer.status;
    for (const [name, value] of Object.entries(answer.headers ?? {})) {
      response.setHeader(name, value);
    }
    if (mayHaveBody(answer.status)) response.setHeader("content-length", body.length);
    response.end(this.method === "HEAD" || !mayHaveBody(answer.status) ? undefined : body);
  }

  sendJson(status: number, value: unknown): void {
    const headers = { "content-type": "application/json; charset=utf-8" };
    this.send({ status, headers, body: JSON.stringify(value) });
  }
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
