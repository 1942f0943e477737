import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FileSecrets } from "../../../shared/secrets/packed/file-secrets.ts";
import { rawTar } from "../malware/raw-tar.ts";
import { rawZip } from "../support/raw-zip.ts";
import { base64, drawn } from "./drawn-text.ts";

const key = `${drawn(86, base64)}==`;
const settings = Buffer.from(`{\n  "storage": "AccountKey=${key}"\n}\n`);
const zip = rawZip([
  { name: "readme.txt", data: Buffer.from("hello") },
  { name: "config/settings.json", data: settings },
]);

async function check(path: string, content: Uint8Array, pieces = 1000, bytes = 1_000_000) {
  const scan = new FileSecrets(path, { bytes, strings: 10 });
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

  it("are found in a tar once, and in an archive in one", async () => {
    const [plain] = await check("a.tar", rawTar([{ name: "settings.json", data: settings }]));
    const packed = gzipSync(rawTar([{ name: "app.zip", data: Buffer.from(zip) }]));
    const findings = await check("a.tar.gz", packed);

    expect(plain?.message).toContain("It is in settings.json, line 2, column 26.");
    expect(await check("a.tar", rawTar([{ name: "settings.json", data: settings }]))).toHaveLength(
      1,
    );
    expect(findings).toMatchObject([{ file: "a.tar.gz", errorId: "azure-account-key" }]);
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
    ["is of another kind", Buffer.from("7z\xbc\xaf\x27\x1c and so on", "latin1")],
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

  it("are found in an archive in base64, where its string starts", async () => {
    for (const packed of [zip, gzipSync(settings)]) {
      const encoded = Buffer.from(packed).toString("base64");
      for (const text of [`a\nb="${encoded}"`, `a\nb ${"Z".repeat(50)} ${encoded} | base64 -d`]) {
        const findings = await check("run.sh", Buffer.from(text));

        expect(findings).toMatchObject([
          {
            file: "run.sh",
            errorId: "azure-account-key",
            line: 2,
            column: text.indexOf(encoded) - 1,
          },
        ]);
        expect(findings[0]?.message).toMatch(/, line 2, column 26\. It is in an encoded string\.$/);
      }
    }
  });

  it("are found in each of several archives in base64", async () => {
    const harmless = gzipSync(drawn(200)).toString("base64");
    const encoded = gzipSync(settings).toString("base64");
    const text = `["${harmless}",\n"${encoded}", "${drawn(60)}"]`;

    expect(await check("a.json", Buffer.from(text))).toMatchObject([
      { errorId: "azure-account-key", line: 2, column: 2 },
    ]);
  });

  it("are found in front of damage, which is told as well", async () => {
    const stream = gzipSync(settings);
    for (const content of [
      Buffer.concat([stream, Buffer.from("something else")]),
      Buffer.from(stream.fill(0, stream.length - 8)),
    ]) {
      const findings = await check("a.gz", content);

      expect(findings.map(({ errorId }) => errorId).sort()).toEqual([
        "archive-not-read",
        "azure-account-key",
      ]);
    }
  });

  it("are found in all members of a gzip file, which may be filled up with zeros", async () => {
    const members = [gzipSync("one"), gzipSync(settings), Buffer.alloc(512)];

    expect(await check("a.gz", Buffer.concat(members))).toMatchObject([
      { errorId: "azure-account-key" },
    ]);
  });

  it("are told to be missed where an archive is in too many others, or a text has too many", async () => {
    let nested = settings;
    for (let depth = 0; depth < 7; depth += 1) nested = gzipSync(nested);
    const strings = Array.from({ length: 20 }, (_, at) =>
      gzipSync(drawn(100 + at)).toString("base64"),
    );
    for (const content of [nested, Buffer.from(strings.join(";\n"))]) {
      expect(await check("a.gz", content)).toMatchObject([
        { errorId: "archive-not-read", severity: "warning", file: "a.gz" },
      ]);
    }
  });

  it("are not told a thousand times, but of each file that has errors", async () => {
    const line = (at: number) => `AccountKey=${drawn(86, base64.slice(at % 20))}==\n`;
    const data = Buffer.from(Array.from({ length: 90 }, (_, at) => line(at)).join(""));
    const names = ["a", "b", "c"];
    const findings = await check("app.zip", rawZip(names.map((name) => ({ name, data }))));

    expect(findings).toHaveLength(102);
    expect(findings.filter(({ message }) => message.includes(" in c, "))).toHaveLength(1);
    expect(findings.at(-1)).toMatchObject({
      errorId: "more-secrets",
      severity: "error",
      message: "There are 169 more findings like these; 169 of them are errors.",
    });
  });

  it("are not hidden by guesses in files before", async () => {
    const guess = (at: number) => `password = "Ab3!x${1000 + at}Qz"\n`;
    const guesses = Buffer.from(Array.from({ length: 90 }, (_, at) => guess(at)).join(""));
    const files = ["a.py", "b.py", "c.py"].map((name) => ({ name, data: guesses }));
    const findings = await check("app.zip", rawZip([...files, { name: "z.json", data: settings }]));
    const errors = findings.filter(({ severity }) => severity === "error");

    expect(errors).toMatchObject([{ errorId: "azure-account-key" }]);
    expect(findings.at(-1)).toMatchObject({ errorId: "more-secrets", severity: "warning" });
    expect(findings).toHaveLength(102);
  });
});
