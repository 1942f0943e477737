import { decodeText } from "../../../shared/arm/json/reading/decode-text.ts";
import { readJson } from "../../../shared/arm/json/reading/read-json.ts";
import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { expansionOf } from "../../../shared/checks/model/expanded-model.ts";
import { modelOfPackage } from "../../../shared/checks/model/package-model.ts";
import { allRules } from "../../../shared/checks/rules/all-rules.ts";
import { heldFiles, type PackageContents } from "../../../shared/packages/package-contents.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";
import { SecretScan } from "../../../shared/secrets/secret-scan.ts";
import { type Figure, quantile } from "../figure.ts";
import { growthFigures } from "./growth.ts";
import { packagesToMeasure } from "./packages.ts";

const rounds = 9;
const facts = factsAsOf(new Date("2026-11-01"));

const taken = (work: () => unknown): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};
const median = (values: readonly number[]): number => quantile(values, 0.5);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Every JSON file read with positions: what any checker has to do. */
const parseAll = (contents: PackageContents) =>
  heldFiles(contents)
    .filter(({ path }) => /\.jsonc?$/i.test(path))
    .map(({ path, bytes }) => readJson(decodeText(bytes).text, path));

/** Secrets are looked for while files pass; a certification is not one without. */
async function scanned(contents: PackageContents): Promise<number> {
  const begun = performance.now();
  for (const { path, bytes } of heldFiles(contents)) {
    const scan = new SecretScan(path);
    await scan.push(bytes);
    await scan.end();
  }
  return performance.now() - begun;
}

async function unzipped(bytes: Uint8Array): Promise<{ contents: PackageContents; ms: number }> {
  const begun = performance.now();
  const reading = await readPackage(bytes);
  if (!reading.ok) throw new Error(reading.findings[0]?.message);
  return { contents: reading.package, ms: performance.now() - begun };
}

/** Certification of real packages, as a ratio to unzipping them and reading their JSON. */
export async function* bench(): AsyncIterable<Figure> {
  const bare: number[] = [];
  const whole: number[] = [];
  const costs = new Map<string, number>();
  for (const bytes of await packagesToMeasure()) {
    const samples = [];
    for (let round = 0; round < rounds; round++) {
      const { contents, ms } = await unzipped(bytes);
      const parse = taken(() => parseAll(contents));
      const scan = await scanned(contents);
      const certify = taken(() => certifyPackage(contents, facts));
      samples.push({ bare: ms + parse, whole: ms + scan + certify });
      addCosts(costs, contents);
    }
    bare.push(median(samples.map((sample) => sample.bare)));
    whole.push(median(samples.map((sample) => sample.whole)));
  }
  const ratio = { ratio: sum(whole) / sum(bare), to: "unzip and parse" };
  yield { name: "packages certified", value: (1000 * whole.length) / sum(whole), unit: "per s" };
  yield { name: "a package, p50", value: median(whole), unit: "ms", ...ratio };
  yield { name: "a package, p99", value: quantile(whole, 0.99), unit: "ms" };
  yield* costliest(costs);
  yield* growthFigures();
}

/** What each rule costs; the expansion that several of them look at belongs to none. */
function addCosts(costs: Map<string, number>, contents: PackageContents): void {
  const model = { ...modelOfPackage(contents), facts };
  const add = (name: string, ms: number) => costs.set(name, (costs.get(name) ?? 0) + ms);
  add(
    "the expansion, for all rules",
    taken(() => expansionOf(model)),
  );
  for (const rule of allRules)
    add(
      `rule ${rule.id}`,
      taken(() => rule.run(model)),
    );
}

/** The five that take most of the time. */
function* costliest(costs: ReadonlyMap<string, number>): Iterable<Figure> {
  const all = sum([...costs.values()]);
  const sorted = [...costs].sort((a, b) => b[1] - a[1]).slice(0, 5);
  for (const [name, ms] of sorted) yield { name, value: (100 * ms) / all, unit: "% of rules" };
}
