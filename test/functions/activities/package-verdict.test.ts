import { expect, it } from "vitest";
import { packageVerdict } from "../../../functions/activities/gates/package-verdict.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { sha256 } from "../../../shared/packages/sha256.ts";
import { aPackage } from "../../support/a-package.ts";
import { fakePorts } from "../../support/fake-ports.ts";

const facts = factsAsOf(new Date("2026-11-01"));

async function aSealedPackage() {
  const fake = fakePorts();
  const bytes = await aPackage({
    extra: { "createUiDefinition.json": { handler: "Contoso.Own" } },
  });
  const sum = await sha256(bytes);
  await fake.others.packages.put(sum, bytes);
  return { ...fake, sum };
}

it("a package is judged by the rules once a day, and found to be the same", async () => {
  const { ports, calls, sum } = await aSealedPackage();
  const first = await packageVerdict(ports, sum, facts);
  expect(first).not.toEqual([]);
  expect(await packageVerdict(ports, sum, facts)).toEqual(first);
  expect(calls.get("packages.writeReport")).toBe(1);
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
  await others.packages.put(sum, bytes);
  await packageVerdict(ports, sum, facts);
  expect(await packageVerdict(ports, sum, facts)).toContainEqual(
    expect.objectContaining({ ruleId: "package-is-free-of-malware", severity: "error" }),
  );
});
