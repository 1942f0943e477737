import process from "node:process";
import type { HostLog, LogLevel } from "../functions-host/host-log.ts";
import type { HostOptions } from "./host-options.ts";
import { startHost } from "./start-host.ts";

const shown = new Set<LogLevel>(["information", "warning", "error", "critical"]);

/** Runs the host until it is asked to stop; what prevents a start is told in one line. */
export async function runHost(options: HostOptions): Promise<void> {
  let stop: () => Promise<void>;
  try {
    stop = (await startHost(options, printLine)).stop;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The host did not start: ${reason}\n`);
    process.exit(1);
  }
  tellStrayErrors(printLine);
  let isStopping = false;
  const onSignal = (): void => {
    // Asked twice, it does not wait for what is running.
    if (isStopping) process.exit(1);
    isStopping = true;
    printLine("information", "start", "stopping when what runs is done; once more ends it now");
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`The host did not stop cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

// On Azure such an error ends the worker, and a new one goes on; here both live in one process.
function tellStrayErrors(log: HostLog): void {
  const tell = (error: unknown): void => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log("critical", "Worker", `Nothing caught this error: ${reason}`);
  };
  process.on("uncaughtException", tell);
  process.on("unhandledRejection", tell);
}

const printLine: HostLog = (level, category, message) => {
  if (!shown.has(level)) return;
  const prefix = level === "information" ? "" : `${level}: `;
  process.stdout.write(`${prefix}${category === "start" ? "" : `${category}: `}${message}\n`);
};
