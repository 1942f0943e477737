import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { applyEdits, findNodeAtLocation, modify, parseTree, type JSONPath } from "jsonc-parser";
import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import type { PackageContents } from "../../../shared/packages/package-contents.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";

/** One change of a template's JSON that makes it wrong. */
export interface Edit {
  path: JSONPath;
  value: unknown;
  /** Where it should be found, if not at the value that was written. */
  at?: JSONPath;
}

/** A template out of a real package, that faults are planted in. */
export interface Ground {
  name: string;
  contents: PackageContents;
  file: string;
  text: string;
  // Templates of strangers have any shape.
  template: any;
  /** Where the template stands in its file. */
  path: JSONPath;
}

const data = resolve(import.meta.dirname, "../../../../shared/data/packages");
const facts = factsAsOf(new Date("2026-11-01"));

export const hasRealPackages = existsSync(data);

/** The main templates of vendors' packages, and the first inner template of each. */
export async function grounds(): Promise<Ground[]> {
  const found: Ground[] = [];
  for (const zip of globSync("ibm/*.zip", { cwd: data }).sort()) {
    const reading = await readPackage(readFileSync(join(data, zip)));
    if (!reading.ok) continue;
    const contents = reading.package;
    const main = contents.files.find(({ path }) => /^mainTemplate\.json$/i.test(path));
    if (main === undefined) continue;
    const text = new TextDecoder().decode(main.bytes);
    const template = JSON.parse(text);
    const ground = { name: zip, contents, file: main.path, text, template, path: [] };
    found.push(ground, ...innerGround(ground));
  }
  return found;
}

function innerGround(ground: Ground): Ground[] {
  const resources: any[] = ground.template.resources;
  const at = resources.findIndex(
    ({ properties }) =>
      /inner/i.test(properties?.expressionEvaluationOptions?.scope ?? "") &&
      properties.template.resources.length > 0,
  );
  if (at < 0) return [];
  const { template } = resources[at].properties;
  const path = ["resources", at, "properties", "template"];
  return [{ ...ground, name: `${ground.name}, inner`, template, path }];
}

const known = new Map<string, ReadonlySet<string>>();

/** The rules that object once an edit is made, with their lines, and the line where one should. */
export function plantFault(ground: Ground, edit: Edit): { found: string[]; line: number } {
  const path = [...ground.path, ...edit.path];
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  const text = applyEdits(
    ground.text,
    modify(ground.text, path, edit.value, { formattingOptions }),
  );
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, edit.at ? [...ground.path, ...edit.at] : path);
  if (node === undefined) throw new Error(`nothing stands at ${path.join(".")}`);
  const before = known.get(ground.contents.sha256) ?? fingerprints(ground, ground.text);
  known.set(ground.contents.sha256, before);
  const fresh = certify(ground, text)
    .filter(({ ruleId }) => isInCatalogue(ruleId))
    .filter((it) => !before.has(it.fingerprint ?? it.message));
  return {
    found: [...new Set(fresh.map(({ ruleId, line }) => `${ruleId} in line ${String(line)}`))],
    line: text.slice(0, node.offset).split("\n").length,
  };
}

const isInCatalogue = (rule: string): boolean =>
  rule !== rule.toLowerCase() || rule === "artifacts-parameter";

const fingerprints = (ground: Ground, text: string) =>
  new Set(certify(ground, text).map((it) => it.fingerprint ?? it.message));

function certify({ contents, file }: Ground, text: string) {
  const bytes = new TextEncoder().encode(text);
  const files = contents.files.map((it) => (it.path === file ? { ...it, bytes } : it));
  return certifyPackage({ ...contents, files }, facts);
}
