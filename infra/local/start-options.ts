import { Command, InvalidArgumentError, Option } from "commander";

/** What `npm start` was asked to do. */
export interface StartOptions {
  exit: boolean;
  package?: string;
  process: "2018-01" | "2018-12";
  data?: string;
  /** Undefined takes 7071, or any free one when that is taken. */
  port?: number;
  inMemory: boolean;
  sample: boolean;
}

const port = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535)
    throw new InvalidArgumentError("a port is a whole number from 0 (any free one) to 65535.");
  return value;
};

const handles = `
While it runs, FOLDER/run.json holds { pid, url, issuer, tenant, storage, durable,
masterKey }.

Exit codes with --exit:
  0  the offer is live
  3  stopped by findings that are the publisher's to fix (printed)
  1  anything else: a failure of ours, or of this machine

OFFERPRESS_STRICT=1 replays everything twice and fails at replay hazards at once.

More:
  npm run sample -- FOLDER  the files of the sample offer, to publish them by hand
  npm run review -- ID      approves a submission, as the reviewers do
  npm run token -- --help   bearer tokens for the API
  npm run host -- --help    any function app of the v4 Node model on the local host
  npm run chaos -- --help   kill the host at random and count what was lost
  npm run bench             the figures`;

/** Reads the command line of `npm start`. */
export function startOptions(argv: readonly string[]): StartOptions {
  return new Command("npm start --")
    .description("Starts Offerpress on this machine and publishes an offer before your eyes.")
    .option("--exit", "stop when the offer is live (or cannot be)", false)
    .option("--package <zip>", "publish this package, wrapped in an offer, instead of the sample")
    .addOption(
      new Option("--process <id>", "which publishing table to follow")
        .choices(["2018-01", "2018-12"])
        .default("2018-01"),
    )
    .option("--data <folder>", "keep everything there (default: the user's state directory)")
    .option(
      "--port <n>",
      "listen on this port of 127.0.0.1; 0 takes a free one (default: 7071 if free)",
      port,
    )
    .option("--in-memory", "keep nothing", false)
    .option("--no-sample", "publish nothing; just serve")
    .addHelpText("after", handles)
    .parse([...argv], { from: "user" })
    .opts<StartOptions>();
}
