import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { Command } from "commander";

interface Options {
  url?: string;
  code?: string;
  scaledUrl?: string;
  rpcUrl?: string;
  storage?: string;
}

const command = new Command("npm run conformance --")
  .description("Runs the conformance tests against a host that runs test/conformance/app.")
  .option("--url <url>", "address of the host (default: our own, in process)")
  .option("--code <key>", "its master key")
  .option("--scaled-url <url>", "a second host whose durable timers of days are seconds")
  .option("--rpc-url <url>", "its loopback address for the durable library, from this machine")
  .option("--storage <connection>", "connection string of its AzureWebJobsStorage")
  .argument("[topics...]", "only these, such as host/queues")
  .parse();
const options = command.opts<Options>();

const given = {
  CONFORMANCE_URL: options.url,
  CONFORMANCE_CODE: options.code,
  CONFORMANCE_SCALED_URL: options.scaledUrl,
  CONFORMANCE_RPC_URL: options.rpcUrl,
  CONFORMANCE_STORAGE: options.storage,
};
const root = join(import.meta.dirname, "../..");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const named = command.args.map((topic) => `test/conformance/${topic}`);
const topics = named.length > 0 ? named : ["test/conformance"];
// A purge of one file must not take the instances of another that runs on the same host.
const shared = options.url === undefined ? [] : ["--no-file-parallelism"];
const run = spawn(process.execPath, [vitest, "run", ...topics, ...shared], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  },
});
run.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
