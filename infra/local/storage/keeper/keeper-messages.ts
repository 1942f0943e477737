import type { Socket } from "node:net";
import { createInterface } from "node:readline";

import type { BlobCreated, QueueMessagePut } from "../storage-events.ts";
import type { ServicePorts } from "../storage-file.ts";

/** What a host orders of a new keeper, on its standard input. */
export interface KeeperOrder {
  /** Undefined keeps everything in memory. */
  folder?: string;
  accounts: readonly string[];
  token: string;
  /** How long to wait for a successor of a host that died. */
  lingerMs: number;
}

/** The keeper's first line of output. */
export type KeeperStart = { port: number } | { locked: true };

/** From host to keeper. */
export type HostMessage = { hello: string; pid: number } | { stop: true } | { ping: number };

export interface RequestCounts {
  blob: number;
  queue: number;
  table: number;
}

export interface Welcome {
  ports: ServicePorts;
  keys: Record<string, string>;
  counts: RequestCounts;
}

/** What was answered since the last report; the counts are since the keeper's start. */
export interface ReportMessage {
  counts: RequestCounts;
  blobs: BlobCreated[];
  messages: QueueMessagePut[];
}

/** From keeper to host. */
export type KeeperMessage =
  { welcome: Welcome } | { refused: number } | { pong: number } | ReportMessage;

/** Sends one message. */
export function send(socket: Socket, message: HostMessage | KeeperMessage): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** Calls back for each message that arrives; a line that is none ends the connection. */
export function onMessage(
  socket: Socket,
  callback: (message: HostMessage | KeeperMessage) => void,
): void {
  const lines = createInterface({ input: socket });
  // The socket's own error, told a second time.
  lines.on("error", () => undefined);
  lines.on("line", (line) => {
    try {
      callback(JSON.parse(line) as HostMessage | KeeperMessage);
    } catch {
      socket.destroy();
    }
  });
}
