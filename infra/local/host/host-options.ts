import { createHash } from "node:crypto";
import { basename, join, resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { defaultDataFolder } from "../storage/default-data-folder.ts";

/** What `npm run host` was asked to do. */
export interface HostOptions {
  app: string;
  /** Undefined keeps everything in memory. */
  data: string | undefined;
  /** Where run.json goes; undefined writes none. */
  runFolder: string | undefined;
  port: number | undefined;
  /** How long the messages of a killed host stay out of reach. */
  messageLeaseSeconds: number;
}

/** A killed host's messages come back soon: on one machine nobody else can be working on them. */
const messageLeaseSeconds = 30;

const more = `
Runs the app with its own node_modules, unmodified, and with its host.json and local.settings.json.
AzureWebJobsStorage is the host's own storage unless the app or the environment says otherwise.

While it runs, FOLDER/run.json holds { pid, url, storage, durable, masterKey }.
Keys are required: send masterKey or a function's key as x-functions-key or ?code=.
POST URL/admin/clock {"advanceBy": "P1D"} with the master key moves the host's clock forward.`;

/** Reads the command line of `npm run host`. */
export function hostOptions(argv: readonly string[]): HostOptions {
  const { app, data, port, inMemory } = new Command("npm run host --")
    .description("Runs a function app of the v4 Node model on this machine.")
    .requiredOption("--app <folder>", "the app: package.json with main, and host.json")
    .option("--data <folder>", "keep everything there (default: the user's state directory)")
    .option("--port <n>", "listen on this port of 127.0.0.1; 0 takes a free one", parsePort)
    .option("--in-memory", "keep nothing", false)
    .addHelpText("after", more)
    .parse([...argv], { from: "user" })
    .opts<{ app: string; data?: string; port?: number; inMemory: boolean }>();
  const folder = data === undefined ? dataFolderOf(resolve(app)) : resolve(data);
  return {
    app: resolve(app),
    data: inMemory ? undefined : folder,
    runFolder: inMemory && data === undefined ? undefined : folder,
    port,
    messageLeaseSeconds,
  };
}

function dataFolderOf(app: string): string {
  const hash = createHash("sha256").update(app).digest("hex").slice(0, 12);
  return join(defaultDataFolder("offerpress-host"), `${basename(app)}-${hash}`);
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("a port is a whole number from 0 (any free one) to 65535.");
}
