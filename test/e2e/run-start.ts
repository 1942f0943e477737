import { spawn } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** A running `npm start`, without npm. */
export interface Started {
  readonly pid: number;
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Resolves when the output holds `text`. */
  sees(text: string): Promise<void>;
}

/** Starts the local app as its own process. */
export function runStart(...args: string[]): Started {
  const child = spawn(process.execPath, ["infra/local/start.ts", "--port", "0", ...args], {
    cwd: root,
    env: { ...process.env, NO_COLOR: "1", OFFERPRESS_STRICT: "1" },
  });
  let text = "";
  const watchers = new Set<() => void>();
  const take = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const watch of watchers) watch();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => {
      resolve(code ?? signal ?? "?");
    });
  });
  return {
    pid: child.pid ?? 0,
    output: () => text,
    kill: (signal) => void child.kill(signal),
    ended,
    sees: (wanted) =>
      new Promise((resolve, reject) => {
        const watch = (): void => {
          if (!text.includes(wanted)) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        void ended.then((how) => {
          watch();
          reject(new Error(`ended (${String(how)}) without "${wanted}":\n${text}`));
        });
        watch();
      }),
  };
}
