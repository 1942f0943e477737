import { connect, type Socket } from "node:net";

import { onMessage, send, type ReportMessage, type Welcome } from "./keeper-messages.ts";
import type { StorageEventSource } from "../storage-events.ts";
import type { KeeperAddress } from "../storage-file.ts";

// Longer than Azurite takes to load, during which its process answers nobody.
const answerLimitMs = 30_000;

export type Knock = KeeperConnection | { refused: number } | "gone";

/** A host's hold on the keeper of its storage: as long as it lasts no other host gets one. */
export class KeeperConnection {
  readonly welcome: Welcome;
  readonly pid: number;
  /** Resolves when the keeper's process has ended. */
  readonly closed: Promise<void>;
  counts: Welcome["counts"];
  readonly #socket: Socket;
  readonly #pings = new Map<number, () => void>();
  #lastPing = 0;

  private constructor(socket: Socket, pid: number, welcome: Welcome) {
    this.#socket = socket;
    this.pid = pid;
    this.welcome = welcome;
    this.counts = welcome.counts;
    this.closed = new Promise((resolve) => socket.once("close", resolve));
    // The hold alone is no reason for a program to go on.
    socket.unref();
  }

  /** Asks to be let in; "gone" when no keeper is there, at the latest when it has ended. */
  static knock(address: KeeperAddress, events: StorageEventSource): Promise<Knock> {
    return new Promise((resolve) => {
      const socket = connect(address.port, "127.0.0.1");
      socket.setNoDelay(true);
      const limit = setTimeout(() => socket.destroy(), answerLimitMs);
      let connection: KeeperConnection | undefined;
      socket.on("connect", () => {
        send(socket, { hello: address.token, pid: process.pid });
      });
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        clearTimeout(limit);
        resolve("gone");
      });
      onMessage(socket, (message) => {
        if ("welcome" in message) {
          clearTimeout(limit);
          connection = new KeeperConnection(socket, address.pid, message.welcome);
          resolve(connection);
        } else if ("refused" in message) resolve({ refused: message.refused });
        else if ("pong" in message) connection?.pong(message.pong);
        else if ("counts" in message && connection) connection.#hear(message, events);
      });
    });
  }

  /** Asks the keeper to end; everything is saved when the promise resolves. */
  async end(): Promise<void> {
    this.#socket.ref();
    if (this.#socket.writable) send(this.#socket, { stop: true });
    await this.closed;
  }

  private pong(ping: number): void {
    this.#pings.get(ping)?.();
  }

  /** Resolves when every report on earlier requests has arrived. */
  async ping(): Promise<void> {
    if (!this.#socket.writable) return;
    this.#lastPing += 1;
    const ping = this.#lastPing;
    const answer = new Promise<void>((resolve) => this.#pings.set(ping, resolve));
    send(this.#socket, { ping });
    await Promise.race([answer, this.closed]);
    this.#pings.delete(ping);
  }

  #hear(report: ReportMessage, events: StorageEventSource): void {
    this.counts = report.counts;
    for (const blob of report.blobs) events.blobCreated(blob);
    for (const message of report.messages) events.queueMessagePut(message);
  }
}
