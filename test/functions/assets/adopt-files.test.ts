import { describe, expect, it } from "vitest";
import { adoptFiles } from "../../../functions/assets/adopt-files.ts";
import type { JsonObject } from "../../../shared/offers/json-fields.ts";
import { checkPrerequisites } from "../../../shared/offers/prerequisites/prerequisites.ts";
import { key } from "../../shared/support/progress-of.ts";
import {
  packageEntry,
  validAssets,
  validOffer,
  validPlan,
} from "../../shared/support/valid-offer.ts";
import { aPackage } from "../../support/a-package.ts";
import { fakePorts, type FakePorts } from "../../support/fake-ports.ts";

const place = "https://contoso.blob.core.windows.net/packages/app.zip";
const link = `${place}?sv=2030&sig=hunter2`;

const offerWith = (url: string, versions = ["1.0.0"]): JsonObject => {
  const entries = versions.map((version) => [version, packageEntry(url)]);
  const packages = { "microsoft-azure-applications.package": Object.fromEntries(entries) };
  return validOffer({ plans: [validPlan(packages)] });
};

async function adopt({ ports }: FakePorts, document: JsonObject) {
  const kept = await ports.assets.list(key);
  const context = { key, assets: [...validAssets(), ...kept] };
  const adopted = await adoptFiles(ports, document, context);
  const taken = adopted.assets.filter(({ source }) => source !== undefined);
  return { taken, findings: checkPrerequisites(document, adopted) };
}

describe("a package at an address elsewhere", () => {
  it("is fetched, examined and kept, without its signature", async () => {
    const fake = fakePorts();
    fake.elsewhere.set(link, { bytes: await aPackage(), etag: '"1"' });
    const { taken, findings } = await adopt(fake, offerWith(link));

    expect(findings).toEqual([]);
    expect(taken).toMatchObject([
      { kind: "package", fileName: "app.zip", state: "accepted", source: { place, etag: '"1"' } },
    ]);
    expect(JSON.stringify(await fake.ports.assets.list(key))).not.toContain("hunter2");
  });

  it("is fetched once, however many versions name it, and not again while it is the same", async () => {
    const fake = fakePorts();
    fake.elsewhere.set(link, { bytes: await aPackage(), etag: '"1"' });
    await adopt(fake, offerWith(link, ["1.0.0", "1.1.0"]));
    const { taken } = await adopt(fake, offerWith(link));

    expect(taken).toHaveLength(1);
    expect(fake.uploads.size).toBe(1);
  });

  it("stands after its link has expired, also under a new link to the same place", async () => {
    const fake = fakePorts();
    fake.elsewhere.set(link, { bytes: await aPackage(), etag: '"1"' });
    await adopt(fake, offerWith(link));
    fake.elsewhere.clear();

    expect((await adopt(fake, offerWith(link))).findings).toEqual([]);
    expect((await adopt(fake, offerWith(`${place}?sig=other`))).findings).toEqual([]);
  });

  it("is taken anew when the address has another file", async () => {
    const fake = fakePorts();
    fake.elsewhere.set(link, { bytes: await aPackage(), etag: '"1"' });
    await adopt(fake, offerWith(link));
    fake.clock.pass(60_000);
    fake.elsewhere.set(link, { bytes: Uint8Array.of(1, 2, 3), etag: '"2"' });

    expect((await adopt(fake, offerWith(link))).findings).toMatchObject([
      { ruleId: "asset-rejected", severity: "error" },
    ]);
  });

  it("that cannot be had is told at its field, and its signature is not", async () => {
    const { findings } = await adopt(fakePorts(), offerWith(link));

    expect(findings).toMatchObject([
      {
        ruleId: "asset-not-fetched",
        severity: "error",
        field:
          "definition.plans[0].microsoft-azure-applications.package.1.0.0.packageVersion.packageFile",
        message: expect.stringContaining("404"),
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  });
});
