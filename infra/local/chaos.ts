import { Command, InvalidArgumentError } from "commander";
import { runChaos } from "./chaos/run-chaos.ts";

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError("a whole number.");
  return value;
};

const options = new Command("npm run chaos --")
  .description("Kills the local host at random moments under load and counts what was lost.")
  .option("--kills <n>", "how often to kill", whole, 20)
  .option("--seed <s>", "the same seed kills at the same moments", whole, 1)
  .addHelpText("after", "\nExit code 0 when nothing was lost and nothing came out wrong, else 1.")
  .parse()
  .opts<{ kills: number; seed: number }>();

const { kills, accepted, lost, wrong } = await runChaos({
  ...options,
  say: (line) => {
    console.log(line);
  },
});
for (const line of lost) console.log(`lost: ${line}`);
for (const line of wrong) console.log(`wrong: ${line}`);
console.log(`${kills} kills, ${accepted} accepted, ${lost.length} lost, ${wrong.length} wrong`);
process.exitCode = lost.length + wrong.length === 0 ? 0 : 1;
