import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writePackage } from "../../shared/packages/write-package.ts";
import { runStart } from "./run-start.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "offerpress-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function packageFile(name: string, resources: object[]): Promise<string> {
  const template = {
    $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
    contentVersion: "1.0.0.0",
    parameters: { location: { type: "string", defaultValue: "[resourceGroup().location]" } },
    resources,
  };
  const definition = {
    $schema:
      "https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#",
    handler: "Microsoft.Azure.CreateUIDef",
    version: "0.1.2-preview",
    parameters: { basics: [], steps: [], outputs: { location: "[location()]" } },
  };
  const bytesOf = (json: object) => new TextEncoder().encode(JSON.stringify(json, undefined, 2));
  const { bytes } = await writePackage([
    { path: "mainTemplate.json", bytes: bytesOf(template) },
    { path: "createUiDefinition.json", bytes: bytesOf(definition) },
  ]);
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

const tracked = {
  type: "Microsoft.Resources/deployments",
  apiVersion: "2024-03-01",
  name: "pid-5b1f0a3c-6a4e-4d1b-9c58-8c8f8a3d2e11",
  properties: { mode: "Incremental", template: { resources: [] } },
};

it("publishes any sound package to Live", async () => {
  const run = runStart(
    "--exit",
    "--in-memory",
    "--package",
    await packageFile("ok.zip", [tracked]),
  );
  expect(await run.ended, run.output()).toBe(0);
  expect(run.output()).toContain("contoso/ok is live");
}, 60_000);

it("ends with 3 and the finding's way out where the publisher has something to fix", async () => {
  const run = runStart(
    "--exit",
    "--in-memory",
    "--package",
    await packageFile("untracked.zip", []),
  );
  expect(await run.ended, run.output()).toBe(3);
  expect(run.output()).toContain("stopped at Validate influenced revenue settings: 1 finding");
  expect(run.output()).toMatch(/fix: .*\n(.*\n)*.*"type": "Microsoft.Resources\/deployments"/);
}, 60_000);

it("ends with 1 and says which file when there is no such package", async () => {
  const run = runStart("--exit", "--in-memory", "--package", path.join(folder, "none.zip"));
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain("none.zip: no such file");
});
