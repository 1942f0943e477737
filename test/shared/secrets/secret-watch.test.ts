import { expect, test } from "vitest";
import { drain, inOnePiece } from "../../../shared/packages/chunks.ts";
import type { PackageMember } from "../../../shared/packages/package-contents.ts";
import { sha256 } from "../../../shared/packages/sha256.ts";
import { SecretWatch } from "../../../shared/secrets/secret-watch.ts";
import { capitals, drawn } from "./drawn-text.ts";

const keyOf = (at: number) => `AKIA${drawn(14, capitals)}${capitals[at >> 5]}${capitals[at % 32]}`;
const keys = Array.from({ length: 90 }, (_, at) => `${keyOf(at)}\n`);

async function watched(files: readonly [path: string, text: string][]) {
  async function* members(): AsyncGenerator<PackageMember> {
    for (const [path, text] of files) {
      const bytes = Buffer.from(text);
      yield Promise.resolve({
        path,
        size: bytes.length,
        bytes: inOnePiece(bytes),
        sha256: () => sha256(bytes),
      });
    }
  }
  const watch = new SecretWatch();
  await drain(watch.watch(members()));
  return watch.findings;
}

test("a package full of secrets gives a report that can be read, and says how many more there are", async () => {
  const files = Array.from({ length: 10 }, (_, at): [string, string] => [
    `${at}.sh`,
    keys.join(""),
  ]);
  const findings = await watched(files);

  expect(findings).toHaveLength(501);
  expect(findings.at(-1)).toMatchObject({
    ruleId: "no-secrets-in-files",
    errorId: "more-secrets",
    severity: "error",
    message: "There are 400 more findings like these; 400 of them are errors.",
  });
  expect(findings.at(-1)).not.toHaveProperty("file");
});

test("another secret among those that are left out is another finding", async () => {
  const lastOf = async (last: string) => {
    const files = Array.from({ length: 7 }, (_, at): [string, string] => [
      `${at}.sh`,
      keys.join(""),
    ]);
    return (await watched([...files, ["z.sh", last]])).at(-1)?.fingerprint;
  };
  expect(await lastOf(keyOf(100))).toBe(await lastOf(keyOf(100)));
  expect(await lastOf(keyOf(100))).not.toBe(await lastOf(keyOf(101)));
});
