import { expect, it } from "vitest";
import { packageVerdict } from "../../../functions/activities/packages/package-verdict.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import type { ScannedPackage } from "../../../shared/malware/malware-scanner.ts";
import type { MalwareVerdict } from "../../../shared/malware/verdict.ts";
import { sha256 } from "../../../shared/packages/sha256.ts";
import { aPackage } from "../../support/a-package.ts";
import { fakePorts } from "../../support/fake-ports.ts";
import { inOnePiece } from "../../../shared/packages/chunks.ts";

const facts = factsAsOf(new Date("2026-11-01"));

async function aSealedPackage() {
  const fake = fakePorts();
  const bytes = await aPackage({
    extra: { "createUiDefinition.json": { handler: "Contoso.Own" } },
  });
  const sum = await sha256(bytes);
  await fake.others.packages.put(sum, inOnePiece(bytes));
  return { ...fake, sum };
}

it("a package is judged by the rules once a day, and found to be the same", async () => {
  const { ports, calls, sum } = await aSealedPackage();
  const first = await packageVerdict(ports, sum, facts);
  expect(first).not.toEqual([]);
  expect(await packageVerdict(ports, sum, facts)).toEqual(first);
  expect(calls.get("packages.writeReport")).toBe(1);
});

const scannerThat = (knows: () => string | undefined, state: MalwareVerdict["state"]) => ({
  knows: () => Promise.resolve(knows()),
  scan: ({ sha256 }: ScannedPackage) =>
    Promise.resolve({ state, engine: "fake", signatureVersion: "1", sha256, names: [] }),
});

async function judgedTwice(knows: () => string | undefined, state: MalwareVerdict["state"]) {
  const sealed = await aSealedPackage();
  const ports = { ...sealed.ports, malware: scannerThat(knows, state) };
  const first = await packageVerdict(ports, sealed.sum, facts);
  const opened = () => sealed.calls.get("packages.open") ?? 0;
  const before = opened();
  expect(await packageVerdict(ports, sealed.sum, facts)).toEqual(first);
  return { openedAgain: opened() - before };
}

it("an unchanged package is not opened again while the scanner knows the same", async () => {
  expect(await judgedTwice(() => "signatures 1", "clean")).toEqual({ openedAgain: 0 });
  expect(await judgedTwice(() => "signatures 1", "malicious")).toEqual({ openedAgain: 0 });
});

it("it is scanned again when signatures have changed, or nobody tells which they are", async () => {
  let version = 1;
  // Each time it is asked, before a scan and after it, there are newer ones.
  expect(await judgedTwice(() => `signatures ${version++}`, "clean")).toEqual({ openedAgain: 1 });
  expect(await judgedTwice(() => undefined, "clean")).toEqual({ openedAgain: 1 });
});

it("what could not be scanned is scanned again", async () => {
  expect(await judgedTwice(() => "signatures 1", "not-scanned")).toEqual({ openedAgain: 1 });
  expect(await judgedTwice(() => "signatures 1", "error")).toEqual({ openedAgain: 1 });
});

it("another day judges anew", async () => {
  const { ports, calls, sum } = await aSealedPackage();
  await packageVerdict(ports, sum, facts);
  await packageVerdict(ports, sum, factsAsOf(new Date("2026-11-02")));
  expect(calls.get("packages.writeReport")).toBe(2);
});

it("a package with malware is refused, whatever was kept of it", async () => {
  const { ports, others } = fakePorts();
  const bytes = await aPackage({ extra: { "scripts/run.json": { script: "malware" } } });
  const sum = await sha256(bytes);
  await others.packages.put(sum, inOnePiece(bytes));
  await packageVerdict(ports, sum, facts);
  expect(await packageVerdict(ports, sum, facts)).toContainEqual(
    expect.objectContaining({ ruleId: "package-is-free-of-malware", severity: "error" }),
  );
});
