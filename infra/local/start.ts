import { readFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { loudLog } from "./terminal/loud-log.ts";
import { startLocalApp, type LocalApp } from "./local-app.ts";
import { publishBeforeYourEyes } from "./main-job.ts";
import type { OfferStatus } from "./release/publisher-client.ts";
import type { ReleaseSource } from "./release/release-source.ts";
import { preferredPort } from "./preferred-port.ts";
import { reportOutcome } from "./terminal/outcome.ts";
import { sampleSource } from "./release/sample-source.ts";
import { Screen } from "./terminal/screen.ts";
import { wrapPackage } from "./release/wrap-package.ts";
import { storageLines } from "./storage/storage-lines.ts";
import { startOptions, type StartOptions } from "./start-options.ts";
import { defaultDataFolder } from "./storage/default-data-folder.ts";

const screen = new Screen(process.stdout, process.env);
const options = startOptions(process.argv.slice(2));

process.exitCode = await main(options).catch((error: unknown) => {
  console.error(whatWentWrong(error));
  return 1;
});

function whatWentWrong(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE")
    return `--port ${String(options.port)}: another program listens there; leave --port out to take a free one`;
  return error.message;
}

async function main(asked: StartOptions): Promise<number> {
  const folder = asked.inMemory
    ? undefined
    : path.resolve(asked.data ?? defaultDataFolder("offerpress"));
  const source =
    asked.package === undefined
      ? undefined
      : wrapPackage(asked.package, await readPackageFile(asked.package));
  const app = await startLocalApp({
    folder,
    port: asked.port ?? (await preferredPort(7071)),
    issuerPort: asked.port === 0 ? 0 : 7072,
    process: asked.process,
    strict: process.env["OFFERPRESS_STRICT"] === "1",
    log: loudLog(screen),
  });
  const stopped = stopOnSignal(app);
  greet(app, folder);
  let code = 0;
  if (asked.sample) {
    const released = source ?? (await sampleSource(app.accountString("offerpress")));
    const status = await Promise.race([publish(app, released), stopped]);
    if (status === "stopped") return 0;
    code = reportOutcome(status, released, app.url, screen);
  }
  if (asked.exit) {
    await app.stop();
    return code;
  }
  screen.line("serving; Ctrl-C stops everything");
  await stopped;
  return 0;
}

async function publish(app: LocalApp, source: ReleaseSource): Promise<OfferStatus> {
  try {
    return await publishBeforeYourEyes(app, source, screen);
  } catch (error) {
    await app.stop();
    throw error;
  }
}

function greet(app: LocalApp, folder: string | undefined): void {
  const { style } = screen;
  screen.line(`${style.bold("Offerpress")} at ${app.url} (this machine only)`);
  screen.line(`api        ${app.url}/api/docs`);
  for (const line of storageLines(app.storage.accounts)) screen.line(style.dim(line));
  screen.line(
    `issuer     ${app.issuer.url} (tokens: npm run -s token -- ${tokenHint(app, folder)})`,
  );
  screen.line(`data       ${folder ?? "in memory, kept nowhere"}`);
  screen.line(
    style.dim(
      `ready after ${(app.took.storage / 1000).toFixed(1)} s for the storage and ${(app.took.host / 1000).toFixed(1)} s for the host`,
    ),
  );
}

function tokenHint(app: LocalApp, folder: string | undefined): string {
  if (folder === undefined) return `--issuer ${app.issuer.url} --url ${app.url}`;
  return folder === path.resolve(defaultDataFolder("offerpress"))
    ? "--as owner"
    : `--data ${folder}`;
}

/** Resolves when a signal has stopped everything; a second signal does not wait. */
function stopOnSignal(app: LocalApp): Promise<"stopped"> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      process.once("SIGINT", () => process.exit(130));
      screen.line("stopping");
      app.stop().then(() => {
        resolve("stopped");
      }, reject);
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}

async function readPackageFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Error(`--package ${file}: no such file, or not readable`, { cause: error });
  }
}
