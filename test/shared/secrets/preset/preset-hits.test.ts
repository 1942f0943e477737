import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { lintSource } from "@secretlint/core";
import { secretLintProfiler } from "@secretlint/profiler";
import { afterEach, expect, test, vi } from "vitest";
import { findSecrets } from "../../../../shared/secrets/find-secrets.ts";
import { presetHits } from "../../../../shared/secrets/preset/preset-hits.ts";
import { presetRules } from "../../../../shared/secrets/preset/preset-rules.ts";
import { SecretScan } from "../../../../shared/secrets/secret-scan.ts";
import { drawn } from "../drawn-text.ts";
import { examples, fileWith, googleKey } from "./examples.ts";

const marks = () => performance.getEntries().filter(({ name }) => name.startsWith("@core"));

async function scanned(path: string, text: string) {
  const scan = new SecretScan(path);
  await scan.push(Buffer.from(text));
  return scan.end();
}

function ruleNamed(name: string) {
  const rule = presetRules.find((it) => it.name === name);
  if (rule === undefined) throw new Error(`there is no rule ${name}`);
  return rule;
}

const everythingOf = (text: string) => ({ start: 0, end: text.length });

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

test("a rule finds what our own patterns do not know, and says what it is without it", async () => {
  const token = `ntn${"_"}${drawn(11, "0123456789")}${drawn(35)}`;
  const [hit] = await findSecrets(`a\nb ${token}`, true);
  expect(hit).toMatchObject({
    pattern: {
      id: "secretlint-notion",
      what: "A credential (Notion integration token)",
      severity: "error",
    },
    at: 4,
    length: token.length,
    masked: "ntn… (50 characters)",
  });
});

test.each(examples)("nothing of what %s finds gets out but its mask", async (name, secret) => {
  const text = fileWith(name, secret);
  const hits = await presetHits(ruleNamed(name), text, everythingOf(text), "deploy.sh");
  expect(hits).toHaveLength(1);
  const said = JSON.stringify([hits, await scanned("deploy.sh", text)]);
  for (const { at, length } of hits) {
    for (let from = at + 3; from + 6 <= at + length; from += 1) {
      expect(said).not.toContain(text.slice(from, from + 6));
    }
  }
});

test("comments in a file do not silence the rules", async () => {
  const token = `gsk${"_"}${drawn(52)}`;
  for (const comment of ["secretlint-disable", "secretlint-disable-next-line"]) {
    const text = `# ${comment}\n${token} // secretlint-disable-line\n`;
    expect(await findSecrets(text, false)).toMatchObject([{ pattern: { id: "secretlint-groq" } }]);
  }
});

test("stand-ins are passed over, as by our own patterns", async () => {
  const texts = [
    `gsk_${"x".repeat(52)}`,
    "https://user:{password}@git.contoso.com",
    googleKey("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n"),
    googleKey(`-----BEGIN PRIVATE KEY-----\n${"<".repeat(100_000)}`),
  ];
  for (const text of texts) expect(await findSecrets(text, false)).toEqual([]);
});

test("a key of Google is found however its JSON is written, under any name", async () => {
  const key = `-----BEGIN PRIVATE KEY-----\nMIIE${drawn(200)}`;
  const text = googleKey(key).replaceAll("-", "\\u002d");
  for (const path of ["key.json", "key", "key.p12"]) {
    expect(await scanned(path, text)).toMatchObject([
      { errorId: "secretlint-gcp", message: expect.stringMatching(/^A credential \(GCP /) },
    ]);
  }
});

test("a mark within a text does not shift places", async () => {
  const token = `gsk${"_"}${drawn(52)}`;
  const text = `${"x".repeat(99)}\ufeff ${token}`;
  const [hit] = await presetHits(ruleNamed("groq"), text, { start: 99, end: text.length }, "a");
  expect(hit?.at).toBe(101);
});

test("no file of ours is read, whatever the package calls its own", async () => {
  const path = "scripts/key.p12";
  const read = vi.spyOn(fs, "readFileSync");
  syncBuiltinESMExports();
  const readings = () => read.mock.calls.filter(([name]) => String(name).includes("key.p12"));
  for (const example of examples) await scanned(path, fileWith(...example));
  expect(readings()).toEqual([]);

  // Asked in another way, the same rule would have read it.
  const { rule } = ruleNamed("gcp");
  await lintSource({
    source: { content: "", filePath: path, ext: ".p12", contentType: "text" },
    options: { noPhysicFilePath: true, config: { rules: [{ id: "gcp", rule }] } },
  });
  expect(readings()).toHaveLength(1);
});

test("nothing is left of the measurements that secretlint makes of itself", async () => {
  const text = fileWith("groq", `gsk${"_"}${drawn(52)}`);
  for (let round = 0; round < 20; round += 1) await findSecrets(text, false, `${round}.sh`);
  expect(marks()).toEqual([]);

  // Were it measuring, it would show there.
  secretLintProfiler.setEnabled(true);
  await findSecrets(text, false, "a.sh");
  secretLintProfiler.setEnabled(false);
  expect(marks()).not.toEqual([]);
  performance.clearMarks();
  performance.clearMeasures();
});
