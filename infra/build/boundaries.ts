import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { cruise, type ICruiseResult, type IReporterOutput } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";

const root = path.resolve(import.meta.dirname, "../..");
const config = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as {
  forbidden: [];
  options: object;
};

/** Each must be caught in the known-bad tree; otherwise the tool sleeps and its silence means nothing. */
const planted = [
  "shared-is-pure",
  "nothing-imports-infra",
  "workflows-do-no-io",
  "no-cycles",
  "infra-local-sees-only-the-app",
];

async function violationsIn(
  baseDir: string,
  rooms: string[],
  exclude?: string,
): Promise<ICruiseResult> {
  const options = {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
    ...(exclude === undefined ? {} : { exclude }),
  };
  const output: IReporterOutput = await cruise(rooms, options, undefined, {
    tsConfig: extractTsConfig(path.join(root, "tsconfig.json")),
  });
  if (typeof output.output === "string") throw new Error("dependency-cruiser gave text, not data");
  return output.output;
}

const knownBad = "test/boundaries/known-bad";
const bad = await violationsIn(path.join(root, knownBad), ["shared", "functions", "infra"]);
const caught = new Set(bad.summary.violations.map((violation) => violation.rule.name));
const missed = planted.filter((rule) => !caught.has(rule));

const ours = await violationsIn(root, ["shared", "functions", "infra", "test"], knownBad);
for (const { rule, from, to } of ours.summary.violations)
  console.error(`${rule.name}: ${from} -> ${to}`);
if (ours.summary.totalCruised === 0) console.error("no module was looked at");
if (missed.length > 0) console.error(`planted breaches not caught: ${missed.join(", ")}`);

const clean = ours.summary.violations.length === 0 && ours.summary.totalCruised > 0;
console.log(
  `${ours.summary.totalCruised} modules, ${ours.summary.totalDependenciesCruised ?? 0} imports, ${ours.summary.violations.length} breaches; ${caught.size} kinds of planted breach caught`,
);
process.exitCode = clean && missed.length === 0 ? 0 : 1;
