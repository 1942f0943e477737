import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import type { Finding } from "../../../shared/findings/finding.ts";
import { heldFiles, type PackageContents } from "../../../shared/packages/package-contents.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";
import { placesIn } from "./marked-template.ts";

const data = resolve(import.meta.dirname, "../../../../shared/data/packages");
const facts = factsAsOf(new Date("2026-11-01"));

/** So many packages are tried for each fault. */
const enough = 4;

/** What to look for in a file, and what to write there; "¤" stands before what should be found. */
export type Change = readonly [
  file: "createUiDefinition" | "mainTemplate",
  find: RegExp,
  write: string,
];

/** A vendor's package as it is. */
interface CleanPackage {
  name: string;
  contents: PackageContents;
  known: ReadonlySet<string>;
}

/** Rules and places. */
interface Outcome {
  found: readonly string[];
  expected: readonly string[];
}

/** The vendors' packages; none where they are not on this machine. */
export async function cleanPackages(): Promise<CleanPackage[]> {
  const found: CleanPackage[] = [];
  for (const name of existsSync(data) ? globSync("ibm/*.zip", { cwd: data }).sort() : []) {
    const reading = await readPackage(readFileSync(join(data, name)));
    if (!reading.ok) continue;
    const contents = reading.package;
    const known = new Set(certifyPackage(contents, facts).map((it) => it.fingerprint ?? ""));
    found.push({ name, contents, known });
  }
  return found;
}

/** What is newly found, and what should be, in the first packages that the changes fit. */
export function placesFound(packages: readonly CleanPackage[], changes: readonly Change[]) {
  const outcomes: Outcome[] = [];
  for (const clean of packages) {
    const outcome = outcomes.length < enough ? outcomeOf(clean, changes) : undefined;
    if (outcome !== undefined) outcomes.push(outcome);
  }
  if (packages.length === 0) console.warn("no real packages on this machine to plant faults in");
  else if (outcomes.length === 0) throw new Error("the changes fit no package");
  return outcomes;
}

function outcomeOf(
  { name, contents, known }: CleanPackage,
  changes: readonly Change[],
): Outcome | undefined {
  const marked = heldFiles(contents).map((file) => {
    const before = new TextDecoder().decode(file.bytes);
    const own = changes.filter(([kind, find]) => isOfKind(file.path, kind) && find.test(before));
    const text = own.reduce((done, [, find, write]) => done.replace(find, write), before);
    return { file, fitting: own.length, text };
  });
  if (marked.reduce((sum, { fitting }) => sum + fitting, 0) < changes.length) return undefined;
  const files = marked.map(({ file, text }) => {
    return { ...file, bytes: new TextEncoder().encode(text.replaceAll("¤", "")) };
  });
  const fresh = certifyPackage({ ...contents, files }, facts).filter(
    ({ fingerprint }) => !known.has(fingerprint ?? ""),
  );
  const placeOf = (path: string, { line, column }: Pick<Finding, "line" | "column">) =>
    `${name}: ${path}:${String(line)}:${String(column)}`;
  const found = fresh.map((it) => `${it.ruleId} ${placeOf(it.file ?? "", it)}`);
  const expected = marked.flatMap(({ file, text }) =>
    placesIn(text).map((place) => placeOf(file.path, place)),
  );
  return { found: [...new Set(found)].sort(), expected: expected.sort() };
}

const isOfKind = (path: string, kind: Change[0]): boolean =>
  path.toLowerCase() === `${kind}.json`.toLowerCase();
