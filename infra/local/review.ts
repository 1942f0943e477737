import path from "node:path";
import process from "node:process";
import { Command } from "commander";
import { z } from "zod";
import { Reviewer } from "./release/reviewer.ts";
import { defaultDataFolder } from "./storage/default-data-folder.ts";
import { readRunFile } from "./storage/run-folder.ts";

const command = new Command("npm run review --")
  .description("Approves a submission that is in Microsoft review, as the reviewers' system would.")
  .argument("<submission>", "publisher.offer.number, such as contoso.contoso-ledger.1")
  .option("--round <n>", "of which review round", "1")
  .option("--data <folder>", "the data folder of the running app (default: that of npm start)")
  .parse();
const { round, data } = command.opts<{ round: string; data?: string }>();
const [submission = ""] = command.args;

const RunFile = z.object({ storage: z.object({ callbacks: z.string() }) });
const folder = path.resolve(data ?? defaultDataFolder("offerpress"));
const found = RunFile.safeParse(await readRunFile(folder));
if (found.success) {
  const reviewer = new Reviewer(found.data.storage.callbacks);
  await reviewer.approve(submission, Number(round), new Date());
  process.stdout.write(`${submission}: the approval is on the queue reviewer-callbacks\n`);
} else {
  process.stderr.write(`nothing runs with the data folder ${folder}: npm start first\n`);
  process.exitCode = 1;
}
