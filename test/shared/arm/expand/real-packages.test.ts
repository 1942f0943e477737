import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { expandTemplate } from "../../../../shared/arm/expand/expand-template.ts";
import type { JsonDocument } from "../../../../shared/arm/json/json-document.ts";
import { readJson } from "../../../../shared/arm/json/reading/read-json.ts";
import { stringsBelow } from "../../../../shared/arm/json/walk.ts";
import { readTemplateString } from "../../../../shared/arm/language/template-string.ts";
import { readPackage } from "../../../../shared/packages/read-package.ts";
import { asOf } from "./expanded.ts";

const data = resolve(import.meta.dirname, "../../../../../shared/data/packages");

async function documentsOf(path: string): Promise<Map<string, JsonDocument>> {
  const reading = await readPackage(readFileSync(join(data, path)));
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  const documents = new Map<string, JsonDocument>();
  for (const file of reading.package.files.filter(({ path }) => /\.json$/i.test(path))) {
    const json = readJson(new TextDecoder().decode(file.bytes), file.path);
    if (json.ok) documents.set(file.path, json.document);
  }
  return documents;
}

function sourceIn(documents: Map<string, JsonDocument>, path: string) {
  const document = documents.get(path);
  return document && { document, node: document.root };
}

/** Codes that say what the package does not hold, not what is wrong with it. */
const expected = new Set(["parameter-missing", "linked-template-outside"]);
/** Samples whose tracking deployment still has the name of the instructions, with slashes. */
const unfinished = /101-minimal-template|201-deploy-with-terraform/;

if (!existsSync(data)) {
  test("no real packages are on this machine, so none was expanded", () => {
    console.warn(`no real packages in ${data}`);
  });
} else {
  describe.each(globSync("*/*.zip", { cwd: data }))("the main template of %s", (zip) => {
    test("has no expression that cannot be parsed", async () => {
      const problems = [...(await documentsOf(zip)).values()]
        .filter(({ text }) => /deploymentTemplate/i.test(text))
        .flatMap(({ root }) => [...stringsBelow(root)])
        .map((node) => readTemplateString(String(node.value)))
        .filter(({ kind }) => kind === "problem");
      expect(problems).toEqual([]);
    });

    test("expands, and nothing is said against it but what it leaves to others", async () => {
      const documents = await documentsOf(zip);
      const main = [...documents.keys()].find((path) => /(^|\/)mainTemplate\.json$/i.test(path))!;
      const source = sourceIn(documents, main)!;
      const readTemplate = (path: string) => sourceIn(documents, path);
      const { scopes, diagnostics } = expandTemplate(source, { asOf, readTemplate });
      const codes = diagnostics.map(({ code }) => code).filter((code) => !expected.has(code));
      expect(codes).toEqual(unfinished.test(zip) ? ["name-segments"] : []);
      expect(scopes.flatMap(({ resources }) => resources).length).toBeGreaterThan(0);
    });
  });
}
