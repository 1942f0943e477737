import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FileSecrets } from "../../../shared/secrets/packed/file-secrets.ts";
import { rawZip } from "../support/raw-zip.ts";
import { base64, drawn } from "./drawn-text.ts";

const key = `${drawn(86, base64)}==`;
const settings = Buffer.from(`{\n  "storage": "AccountKey=${key}"\n}\n`);
const zip = rawZip([
  { name: "readme.txt", data: Buffer.from("hello") },
  { name: "config/settings.json", data: settings },
]);

async function check(path: string, content: Uint8Array, pieces = 1000, bytes = 1_000_000) {
  const scan = new FileSecrets(path, { bytes });
  for (let at = 0; at < content.length; at += pieces) {
    const piece = content.slice(at, at + pieces);
    await scan.push(piece);
    // Whoever reads a package uses the memory again.
    piece.fill(0);
  }
  return scan.end();
}

describe("secrets in what is packed", () => {
  it.each([1, 3, 4, 5, 1000])("are found in a zip that comes in pieces of %i", async (pieces) => {
    const findings = await check("app.zip", zip, pieces);

    expect(findings).toMatchObject([{ file: "app.zip", errorId: "azure-account-key" }]);
    expect(findings[0]?.message).toMatch(/ It is in config\/settings\.json, line 2, column 26\.$/);
    expect(findings[0]).not.toHaveProperty("line");
    expect(JSON.stringify(findings)).not.toContain(key.slice(0, 4));
  });

  it("are found in a zip in a zip, and each place is told apart", async () => {
    const outer = rawZip([
      { name: "one.zip", data: zip },
      { name: "two.zip", method: 0, data: zip },
    ]);
    const findings = await check("lib/app.zip", outer);

    expect(findings.map(({ message }) => / It is in (?:one|two)\.zip\.$/.test(message))).toEqual([
      true,
      true,
    ]);
    expect(new Set(findings.map(({ file }) => file))).toEqual(new Set(["lib/app.zip"]));
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it("are found in a gzip stream", async () => {
    const findings = await check("settings.json.gz", gzipSync(settings));

    expect(findings).toMatchObject([{ file: "settings.json.gz", errorId: "azure-account-key" }]);
  });

  it("are named by the archive's place, so that the same file elsewhere is another finding", async () => {
    const [one] = await check("a.zip", zip);
    const [other] = await check("b.zip", zip);

    expect(one?.fingerprint).not.toBe(other?.fingerprint);
  });

  it("are not looked for where there is no archive", async () => {
    expect(await check("app.zip", Buffer.from("PK"))).toEqual([]);
    expect(await check("app.zip", Buffer.from("no zip"))).toEqual([]);
    expect(await check("app.zip", new Uint8Array())).toEqual([]);
  });

  it.each<[string, Uint8Array]>([
    ["is cut off", zip.subarray(0, 120)],
    ["is encrypted", rawZip([{ name: "a", flags: 1, data: settings }])],
    ["hides a file from its directory", rawZip([{ name: "a", localName: "b", data: settings }])],
    ["is a damaged stream", gzipSync(settings).subarray(0, 40)],
    ["unpacks to too much", rawZip([{ name: "a", data: new Uint8Array(2_000_000) }])],
  ])("an archive that %s does not look clean", async (_, content) => {
    const findings = await check("app.zip", content);

    expect(findings.at(-1)).toMatchObject({
      file: "app.zip",
      errorId: "archive-not-read",
      severity: "warning",
    });
    expect(findings.at(-1)?.message).toContain("nobody looked for secrets in it");
  });

  it("are not told a thousand times", async () => {
    const line = (at: number) => `AccountKey=${drawn(86, base64.slice(at % 20))}==\n`;
    const data = Buffer.from(Array.from({ length: 90 }, (_, at) => line(at)).join(""));
    const names = ["a", "b", "c"];
    const findings = await check("app.zip", rawZip(names.map((name) => ({ name, data }))));

    expect(findings).toHaveLength(100);
  });
});
