import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import type { KeeperOrder, KeeperStart } from "./keeper-messages.ts";
import type { KeeperAddress } from "../storage-file.ts";

const script = fileURLToPath(new URL("keeper.ts", import.meta.url));

/** A keeper that this process has started. */
export interface StartedKeeper {
  address: KeeperAddress;
  /** Resolves with what the process complained about when it has ended. */
  ended: Promise<string>;
}

/** Starts a keeper in a session of its own; "locked" when another one has the folder. */
export async function startKeeper(order: KeeperOrder): Promise<StartedKeeper | "locked"> {
  // Out of reach of the terminal's Ctrl-C, which is meant for the host alone.
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script], {
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    // Options meant for the host's own Node, such as a debugger's port, would stop the keeper's.
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  child.stdin.end(JSON.stringify(order));
  let complaints = "";
  child.stderr.on("data", (text: Buffer) => {
    complaints = (complaints + text.toString()).slice(-4_000);
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => {
      resolve(error.message);
    });
    child.once("close", () => {
      resolve(complaints);
    });
  });
  const started = await Promise.race([firstLine(child), ended]);
  if (typeof started === "string") throw new Error(`The storage did not start: ${started}`);
  if ("locked" in started) return "locked";
  letGo(child);
  return { address: { pid: child.pid ?? 0, port: started.port, token: order.token }, ended };
}

function firstLine(child: ChildProcess): Promise<KeeperStart> {
  return new Promise((resolve) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).once("line", (line) => {
      resolve(JSON.parse(line) as KeeperStart);
    });
  });
}

function letGo(child: ChildProcess): void {
  child.unref();
  for (const pipe of [child.stdout, child.stderr]) {
    if (pipe && "unref" in pipe) (pipe as { unref: () => void }).unref();
  }
}
