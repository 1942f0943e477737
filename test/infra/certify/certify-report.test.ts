import { mkdtemp, readFile, rm, symlink, writeFile, cp } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { certifyTarget } from "../../../infra/certify/certify-target.ts";
import { reportOf } from "../../../infra/certify/report.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";

const sample = path.resolve(import.meta.dirname, "../../../infra/local/sample/package");
const facts = factsAsOf(new Date("2026-11-01"));
let root: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "certify-report-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A copy of the sample with these files in it. */
async function folderWith(name: string, files: Record<string, string>): Promise<string> {
  const folder = path.join(root, name);
  await cp(sample, folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(folder, file), text);
  return folder;
}

async function withVariable(name: string, variable: string, value: string): Promise<string> {
  const template = JSON.parse(await readFile(path.join(sample, "mainTemplate.json"), "utf8"));
  const variables = { ...template.variables, [variable]: value };
  return folderWith(name, {
    "mainTemplate.json": JSON.stringify({ ...template, variables }, undefined, 2),
  });
}

const rulesOf = async (folder: string) =>
  (await certifyTarget(folder, facts)).findings
    .filter(({ severity }) => severity === "error")
    .map(({ ruleId, file }) => [ruleId, file]);

describe("what is printed of a certification", () => {
  it("never shows a secret, also where another finding is in its line", async () => {
    const secret = `AccountKey=${Buffer.from("0123456789abcdef".repeat(4)).toString("base64")}`;
    const { findings, files } = await certifyTarget(await withVariable("s", "k", secret), facts);
    const text = reportOf(findings, files).join("\n");

    expect(findings.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(["no-secrets-in-files", "Variables-Must-Be-Referenced"]),
    );
    expect(text).toContain("Nothing uses the variable k");
    expect(text).not.toContain(secret.slice(0, 30));
  });

  it("gives a terminal nothing to obey", async () => {
    const folder = await withVariable("escape", "a\u001b[2J\u202Eb", "x");
    const { findings, files } = await certifyTarget(folder, facts);
    const text = reportOf(findings, files).join("\n");

    expect(text).toContain("Nothing uses the variable a\uFFFD[2J\uFFFDb");
    for (const obeyed of ["\u001b[2J", "\u202E"]) expect(text).not.toContain(obeyed);
  });
});

describe("a folder", () => {
  it("is judged by the names that its zip would have", async () => {
    const folder = await folderWith("names", { "a.txt": "", "A.TXT": "", "aux.sh": "" });

    expect(await rulesOf(folder)).toEqual(
      expect.arrayContaining([
        ["package-names-are-safe", "aux.sh"],
        ["package-names-are-unique", "a.txt"],
      ]),
    );
  });

  it("is judged by the sizes that its zip would have", async () => {
    const large = JSON.stringify({ x: " ".repeat(6 * 1024 * 1024) });

    expect(await rulesOf(await folderWith("sizes", { "large.json": large }))).toEqual([
      ["package-is-within-limits", "large.json"],
    ]);
  });

  it("says what it did not look at", async () => {
    const folder = await folderWith("links", {});
    await symlink("/etc/passwd", path.join(folder, "users.txt"));

    expect(await rulesOf(folder)).toEqual([["package-has-plain-files-only", "users.txt"]]);
  });
});

describe("a single file", () => {
  it("is judged by itself when it is no main template", async () => {
    const schema =
      "https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#";
    const folder = await folderWith("single", {
      "createUiDefinition.json": "{}",
      "other.json": JSON.stringify({ $schema: schema }),
    });
    const files = (await certifyTarget(path.join(folder, "other.json"), facts)).findings
      .filter(({ severity }) => severity === "error")
      .map(({ file }) => file);

    expect(new Set(files)).toEqual(new Set(["other.json"]));
  });
});
