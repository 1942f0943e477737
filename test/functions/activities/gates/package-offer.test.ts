import { describe, expect, it } from "vitest";
import { packageOffer } from "../../../../functions/activities/gates/package-offer.ts";
import { validatePrerequisites } from "../../../../functions/activities/gates/validate-prerequisites.ts";
import { wholeOf } from "../../../../shared/packages/byte-source.ts";
import { sha256Of } from "../../../../shared/packages/sha256.ts";
import { key } from "../a-publishing-offer.ts";
import { aFrozenOffer, findingsOf, type OfferOptions } from "./a-frozen-offer.ts";

describe("packageOffer", () => {
  const ready = async (options: OfferOptions = {}) => {
    const offer = await aFrozenOffer(options);
    await validatePrerequisites(offer.ports)(offer.call);
    offer.calls.clear();
    return offer;
  };

  it("stores a package under its hash and lists its files in the entry", async () => {
    const offer = await ready();

    expect(await packageOffer(offer.ports)(offer.call)).toEqual({ outcome: "passed" });

    const entry = (await offer.ports.catalogue.readEntry(key, 1))!;
    const { package: made, manifest } = entry.plans[0]!;
    const kept = await offer.ports.packages.open(made.sha256);
    expect(await sha256Of(wholeOf(kept!))).toBe(made.sha256);
    expect(manifest.map(({ path }) => path)).toEqual([
      "createUiDefinition.json",
      "mainTemplate.json",
    ]);
    expect(JSON.stringify(entry)).not.toContain("UseDevelopmentStorage");
  });

  it("writes the very same entry and lead when it is run again", async () => {
    const offer = await ready();
    offer.failAfterwards("catalogue.writeEntry");

    await expect(packageOffer(offer.ports)(offer.call)).rejects.toThrow("is away");
    const first = await offer.ports.catalogue.readEntry(key, 1);
    await packageOffer(offer.ports)({ ...offer.call, at: "2030-01-07T12:00:00.000Z" });

    expect(await offer.ports.catalogue.readEntry(key, 1)).toEqual(first);
    const [one, two] = offer.leads.sent.map(({ lead }) => lead);
    expect(two).toEqual(one);
  });

  it("sends the offer back when the lead destination refuses the test lead", async () => {
    const offer = await ready();
    offer.leads.refuse = "the account key is wrong";

    expect(await packageOffer(offer.ports)(offer.call)).toEqual({ outcome: "rejected" });
    const [finding] = await findingsOf(offer, "packaging");
    expect(finding!.message).toContain("the account key is wrong");
    expect(await offer.ports.catalogue.readEntry(key, 1)).toBeUndefined();
  });

  it("says that no leads are delivered when the offer names no destination", async () => {
    const fields = { "microsoft-azure-marketplace.leadDestination": "None" };
    const offer = await ready({ fields });

    expect(await packageOffer(offer.ports)(offer.call)).toEqual({ outcome: "passed" });
    expect(offer.leads.sent).toEqual([]);
    const { messages } = await offer.step("packaging");
    expect(messages.at(-1)!.text).toContain("no lead destination");
  });
});
