import { writeFile } from "node:fs/promises";
import process from "node:process";
import { Command, InvalidArgumentError } from "commander";
import { factsAsOf } from "../../shared/checks/facts/certification-facts.ts";
import { explainedRules } from "../../shared/checks/explained-rules.ts";
import { isBlocking } from "../../shared/findings/blocking.ts";
import type { Finding } from "../../shared/findings/finding.ts";
import { sarifOf } from "../../shared/findings/sarif/sarif.ts";
import manifest from "../../package.json" with { type: "json" };
import { certifyTarget } from "./certify-target.ts";
import { NotCheckable } from "./not-checkable.ts";
import { reportOf } from "./report.ts";
import { subjectOf } from "./subject-of.ts";

const { version } = manifest;
const exits = { passed: 0, blocked: 1, notChecked: 2 } as const;

interface Options {
  readonly sarif?: string;
  readonly asOf: Date;
  readonly json?: true;
}

const day = (text: string): Date => {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()))
    throw new InvalidArgumentError("It must be a day, such as 2026-11-01.");
  return date;
};

const command = new Command("npm run certify --")
  .description(
    "Finds what certification would find. Exit 0: passes, perhaps with warnings. 1: findings that block. 2: could not be checked.",
  )
  .argument("<path>", "a package zip, a folder, or a single template file")
  .option("--sarif <file>", "writes a SARIF 2.1.0 log there")
  .option("--as-of <date>", "judges as of this day, YYYY-MM-DD", day, new Date())
  .option("--json", "prints the findings as JSON")
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? exits.passed : exits.notChecked);
  })
  .parse();

async function run(path: string, { sarif, asOf, json }: Options): Promise<number> {
  const facts = factsAsOf(asOf);
  const { kind, findings, files } = await certifyTarget(path, facts);
  const blocking = findings.filter(isBlocking);
  const result = resultOf(blocking);
  if (sarif !== undefined) {
    const log = sarifOf(findings, {
      version,
      subject: subjectOf(path, files),
      rules: explainedRules,
      artifacts: files,
      asOf: facts.asOf,
    });
    await writeFile(sarif, `${JSON.stringify(log, undefined, 2)}\n`);
  }
  if (json) {
    const answer = { result, kind, asOf: facts.asOf, findings };
    process.stdout.write(`${JSON.stringify(answer, undefined, 2)}\n`);
  } else {
    const warnings = findings.filter(({ severity }) => severity === "warning").length;
    const summary = `${path}: ${result}. ${String(blocking.length)} blocking, ${String(warnings)} warnings, ${String(files.length)} files, ${String(explainedRules.length)} rules, as of ${facts.asOf}.`;
    process.stdout.write(`${[...reportOf(findings, files), "", summary].join("\n")}\n`);
  }
  return exits[result];
}

/** Where nothing blocks but that a scanner could not look, nobody knows. */
function resultOf(blocking: readonly Finding[]): keyof typeof exits {
  if (blocking.length === 0) return "passed";
  return blocking.every(({ whose }) => whose === "scanner") ? "notChecked" : "blocked";
}

try {
  process.exitCode = await run(command.args[0] ?? "", command.opts<Options>());
} catch (error) {
  const known = error instanceof NotCheckable;
  const text = known ? error.message : error instanceof Error ? (error.stack ?? "") : String(error);
  process.stderr.write(`Could not be checked. ${text}\n`);
  process.exitCode = exits.notChecked;
}
