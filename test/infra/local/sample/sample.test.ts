import { factsAsOf } from "../../../../shared/checks/facts/certification-facts.ts";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { certifyPackage } from "../../../../shared/checks/certify-package.ts";
import { checkInfluencedRevenue } from "../../../../shared/checks/influenced-revenue.ts";
import { checkTestDrive } from "../../../../shared/checks/test-drive.ts";
import { readPackage } from "../../../../shared/packages/read-package.ts";
import { writePackage } from "../../../../shared/packages/write-package.ts";
import { filesBelow } from "../../../shared/support/package-of.ts";

const sample = resolve(import.meta.dirname, "../../../../infra/local/sample");

async function zipped(folder: string) {
  const files = Object.entries(filesBelow(resolve(sample, folder)));
  const bytes = files.map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const reading = await readPackage((await writePackage(bytes)).bytes);
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  return reading.package;
}

test("the sample's package passes certification without a remark", async () => {
  expect(certifyPackage(await zipped("package"), factsAsOf(new Date("2026-11-01")))).toEqual([]);
});

test("the sample's plan tracks its usage", async () => {
  const { id, publisherId, definition } = JSON.parse(
    readFileSync(resolve(sample, "offer.json"), "utf8"),
  );
  const plan = { publisherId, offerId: id, planId: definition.plans[0].planId };
  expect(checkInfluencedRevenue(plan, await zipped("package"))).toEqual([]);
});

test("the sample's Test Drive passes its own rules without a remark", async () => {
  expect(checkTestDrive(await zipped("test-drive"))).toEqual([]);
});

test("every template and script that the sample links to is in its package", async () => {
  const { files } = await zipped("package");
  const main = files.find(({ path }) => path === "mainTemplate.json");
  const text = new TextDecoder().decode(main?.bytes);
  const linked = Array.from(
    text.matchAll(/'((?:nestedtemplates|scripts)\/[^']+)'/g),
    ([, path]) => path,
  );
  expect(linked.length).toBeGreaterThan(2);
  for (const path of linked) expect(files.map((file) => file.path)).toContain(path);
});

test("what the sample tells Test Drive visitors comes from the template's outputs", async () => {
  const { definition } = JSON.parse(readFileSync(resolve(sample, "offer.json"), "utf8"));
  const shown = definition.offer["microsoft-azure-marketplace-testdrive.accessInformation"] ?? "";
  const names = Array.from<RegExpMatchArray>(shown.matchAll(/\{\{(\w+)\}\}/g)).map(
    ([, name]) => name,
  );
  const template = readFileSync(resolve(sample, "test-drive/main-template.json"), "utf8");
  expect(Object.keys(JSON.parse(template).outputs)).toEqual(expect.arrayContaining(names));
});
