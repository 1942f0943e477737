import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readRunFile, removeRunFile } from "../storage/run-folder.ts";

export interface VictimOptions {
  /** The data folder, which outlives the host. */
  folder: string;
  /** Where the activities leave their traces. */
  trace: string;
  program: string | undefined;
}

const hostProgram = fileURLToPath(new URL("../host.ts", import.meta.url));
const appFolder = fileURLToPath(new URL("./app", import.meta.url));
const startTimeoutMs = 60_000;

/** The host as a process of its own, which can be killed at any moment. */
export class Victim {
  readonly #options: VictimOptions;
  #child: ChildProcess | undefined;
  #output = "";
  /** Base of the durable API while the host is up. */
  durableUrl: string | undefined;

  constructor(options: VictimOptions) {
    this.#options = options;
  }

  /** Starts the host and waits until it answers. */
  async start(): Promise<void> {
    const { folder, trace, program = hostProgram } = this.#options;
    await removeRunFile(folder);
    const child = spawn(
      process.execPath,
      [program, "--app", appFolder, "--data", folder, "--port", "0"],
      { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, CHAOS_TRACE: trace } },
    );
    this.#child = child;
    const keep = (chunk: Buffer) => {
      this.#output = (this.#output + chunk.toString()).slice(-4000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    await this.#ready(child);
  }

  /** Ends the host without a warning. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Lets the host end in order. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.durableUrl = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }

  async #ready(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + startTimeoutMs;
    while (Date.now() < deadline) {
      if (child.exitCode !== null) break;
      const run = (await readRunFile(this.#options.folder).catch(() => undefined)) as
        { pid?: number; durable?: string } | undefined;
      if (run?.pid === child.pid && run?.durable !== undefined) {
        this.durableUrl = run.durable.replace(/\/?$/, "/");
        return;
      }
      await sleep(20);
    }
    throw new Error(`The host did not start:\n${this.#output}`);
  }
}
