import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Log } from "sarif";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writePackage } from "../../../shared/packages/write-package.ts";
import { filesBelow } from "../../shared/support/package-of.ts";
import { sarifProblems } from "../../shared/support/sarif-schema.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const sample = path.join(root, "infra/local/sample/package");
let folder: string;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** `npm run certify`, without npm. */
const certify = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const command = ["--no-warnings", path.join(root, "infra/certify/certify.ts"), ...args];
    const child = execFile(process.execPath, command, { cwd: folder }, (_, out, error) => {
      resolve({ code: child.exitCode ?? -1, out, error });
    });
  });

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "certify-"));
  await cp(sample, path.join(folder, "good"), { recursive: true });
  await cp(sample, path.join(folder, "bad"), { recursive: true });
  const definition = await readFile(path.join(sample, "createUiDefinition.json"), "utf8");
  await writeFile(
    path.join(folder, "bad/createUiDefinition.json"),
    definition.replace("Microsoft.Azure.CreateUIDef", "Contoso.Own"),
  );
  const files = Object.entries(filesBelow(sample)).map(([name, text]) => ({
    path: name,
    bytes: new TextEncoder().encode(text),
  }));
  await writeFile(path.join(folder, "good.zip"), (await writePackage(files)).bytes);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("certify on the command line", () => {
  it.each(["good", "good.zip", "good/mainTemplate.json"])("lets %s pass", async (target) => {
    const { code, out } = await certify(target, "--as-of", "2026-11-01");
    expect(out).toContain(`${target}: passed. 0 blocking`);
    expect(code).toBe(0);
  });

  it("shows what blocks, at its line, with the fix, and ends with 1", async () => {
    const { code, out } = await certify("bad", "--as-of", "2026-11-01");
    expect(out).toMatch(/✖ Handler-Must-Be-Correct\n {2}createUiDefinition\.json:\d+:\d+ {2}\S/);
    expect(out).toContain('"handler": "Contoso.Own"');
    expect(out).toMatch(/\n {2}→ \S/);
    expect(code).toBe(1);
  });

  it("prints JSON, and writes a SARIF log with the catalogue's names", async () => {
    const { code, out } = await certify("bad", "--json", "--sarif", "log.sarif");
    expect(code).toBe(1);
    const said = JSON.parse(out);
    expect(said).toMatchObject({ result: "blocked", kind: "folder" });
    const isMeant = ({ ruleId }: { ruleId: string }) => ruleId === "Handler-Must-Be-Correct";
    const log = JSON.parse(await readFile(path.join(folder, "log.sarif"), "utf8"));
    expect(sarifProblems(log)).toEqual([]);
    const [run] = log.runs;
    const result = run.results.find(isMeant);
    expect(result).toMatchObject({
      level: "error",
      properties: { reference: "error" },
      partialFingerprints: { "offerpress/v1": expect.stringMatching(/^[0-9a-f]{32}$/) },
    });
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    expect(artifactLocation.uri).toBe("createUiDefinition.json");
    const { line, endLine, endColumn } = said.findings.find(isMeant);
    expect(region).toMatchObject({ startLine: line, endLine, endColumn });
    expect(region.endColumn - region.startColumn).toBe('"Contoso.Own"'.length);
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe("Handler-Must-Be-Correct");
    expect(run.invocations[0].executionSuccessful).toBe(true);
  });

  it.each([
    ["a file that is not there", ["nothing.zip"], "There is no file"],
    ["a file that is neither zip nor JSON", ["text.txt"], "neither a zip"],
    ["a day that is none", ["good", "--as-of", "yesterday"], "must be a day"],
    ["an unknown option", ["good", "--fast"], "unknown option"],
    ["no path", [], "missing required argument"],
  ])("says of %s that it could not be checked, and ends with 2", async (_, args, said) => {
    await writeFile(path.join(folder, "text.txt"), "hello");
    const { code, error } = await certify(...args);
    expect(error).toContain(said);
    expect(code).toBe(2);
  });

  it("looks for secrets in a single template, too", async () => {
    const template = JSON.parse(await readFile(path.join(sample, "mainTemplate.json"), "utf8"));
    const secret = `AccountKey=${Buffer.from("0123456789abcdef".repeat(4)).toString("base64")}`;
    const outputs = { ...template.outputs, storage: { type: "string", value: secret } };
    await writeFile(
      path.join(folder, "azuredeploy.json"),
      JSON.stringify({ ...template, outputs }),
    );
    const { code, out } = await certify("azuredeploy.json");
    expect(out).toMatch(/✖ no-secrets-in-files\n {2}azuredeploy\.json:1:\d+/);
    expect(out).not.toContain(secret);
    expect(code).toBe(1);
  });

  it("reports a zip that is not taken as findings", async () => {
    await writeFile(path.join(folder, "broken.zip"), "PK\u0003\u0004 and nothing more");
    const { code, out } = await certify("broken.zip", "--sarif", "broken.sarif");
    expect(out).toContain("✖ ");
    const log = JSON.parse(await readFile(path.join(folder, "broken.sarif"), "utf8")) as Log;
    expect(sarifProblems(log)).toEqual([]);
    expect(new Set(filesIn(log))).toEqual(new Set(["broken.zip"]));
    expect(code).toBe(1);
  });

  it("blocks what cannot be scanned to its end, at the file, and the log does not call it a failure", async () => {
    await cp(sample, path.join(folder, "unscanned"), { recursive: true });
    // A gzip stream that is cut off: what is behind it was not looked at.
    const packed = gzipSync(Buffer.alloc(5000, "a line of text")).subarray(0, 30);
    await writeFile(path.join(folder, "unscanned", "data.gz"), packed);
    const { code, out } = await certify("unscanned", "--sarif", "unscanned.sarif");
    expect(out).toContain("malware-scan-has-run");
    const log = JSON.parse(await readFile(path.join(folder, "unscanned.sarif"), "utf8")) as Log;
    expect(log.runs[0]?.invocations?.[0]?.executionSuccessful).toBe(true);
    expect(filesIn(log)).toContain("data.gz");
    // What is about the whole folder is shown at its main template.
    expect(filesIn(log)).toContain("mainTemplate.json");
    expect(filesIn(log)).not.toContain(undefined);
    expect(code).toBe(1);
  });
});

const filesIn = (log: Log) =>
  log.runs[0]?.results?.map(
    ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
  );
