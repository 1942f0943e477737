import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assetIdOf, assetPath } from "../../../shared/offers/asset-reference.ts";
import { isSameContent } from "../../../shared/offers/document-content.ts";
import { takeDocument } from "../../../shared/offers/document-intake.ts";
import type { JsonObject } from "../../../shared/offers/json-fields.ts";
import {
  offerFieldsOf,
  previewSubscriptionsOf,
  testDriveOf,
} from "../../../shared/offers/offer-document.ts";
import { compareVersions, parseVersion } from "../../../shared/offers/package-version.ts";
import { newestPackage, plansOf, skuKindOf } from "../../../shared/offers/plans.ts";
import { checkPrerequisites } from "../../../shared/offers/prerequisites/prerequisites.ts";
import { keepSecrets, withoutSecrets } from "../../../shared/offers/secrets.ts";
import { key } from "../support/progress-of.ts";
import { packageEntry, validOffer, validPlan } from "../support/valid-offer.ts";

const table = "microsoft-azure-marketplace.tableLeadConfiguration";
const destination = "microsoft-azure-marketplace.leadDestination";
const appKey = "microsoft-azure-marketplace-testdrive.applicationKey";
const secret = "AccountKey=c2VjcmV0";
const withLeads = () =>
  validOffer({
    offer: {
      [destination]: "AzureTable",
      [table]: { connectionString: secret, tableName: "Leads" },
      [appKey]: "hush",
    },
  });

describe("an asset reference", () => {
  it.each([
    ["asset:abc-1", "abc-1"],
    [assetPath(key, "abc-1"), "abc-1"],
    [`${assetPath(key, "abc-1")}/?api-version=2017-10-31`, "abc-1"],
    [`https://example.com${assetPath(key, "abc-1")}`, "abc-1"],
    ["/api/publishers/contoso/offers/other/assets/abc-1", undefined],
    [`${assetPath(key, "abc-1")}/more`, undefined],
    [assetPath(key, "../abc"), undefined],
    ["asset:", undefined],
    ["https://example.com/a.zip", undefined],
    ["", undefined],
  ])("%s names %s", (reference, assetId) => {
    expect(assetIdOf(reference, key)).toBe(assetId);
  });
});

describe("the plans of a document", () => {
  it("come with their packages in the order of their versions", () => {
    const versions = ["1.10.0", "1.9.0", "1.9.10"];
    const packages = Object.fromEntries(versions.map((version) => [version, packageEntry()]));
    const document = validOffer({
      plans: [validPlan({ "microsoft-azure-applications.package": packages })],
    });
    const [plan] = plansOf(document);
    expect(plan?.packages.map((one) => one.version)).toEqual(["1.9.0", "1.9.10", "1.10.0"]);
    expect(newestPackage(plan!)).toMatchObject({ version: "1.10.0", assetRef: "asset:pkg1" });
  });

  it("know both types however they are spelt", () => {
    expect(skuKindOf("Solution Template")).toBe("solution-template");
    expect(skuKindOf("Managed Application (Preview)")).toBe("managed-application");
    expect(skuKindOf("managed-application")).toBe("managed-application");
    expect(skuKindOf("vm")).toBeUndefined();
  });

  it("compare versions by their numbers", () => {
    expect(parseVersion("1.02.0")).toBeUndefined();
    expect(compareVersions("2.0.0", "10.0.0")).toBeLessThan(0);
    expect(compareVersions("1.0.0", "1.0.0")).toBe(0);
    expect(compareVersions("nonsense", "0.0.0")).toBeLessThan(0);
  });
});

describe("reading a document", () => {
  it("never fails, whatever a client stored", () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 4 }), fc.jsonValue(), (document, value) => {
        const shaped = { definition: { offer: value, plans: [value] } } as JsonObject;
        for (const one of [document as JsonObject, shaped]) {
          plansOf(one);
          testDriveOf(one);
          previewSubscriptionsOf(one);
          withoutSecrets(one);
          keepSecrets(one, withLeads());
          for (const finding of checkPrerequisites(one, { key, assets: [] }))
            expect(finding.message).not.toBe("");
        }
      }),
    );
  });
});

describe("secrets", () => {
  it("never leave, at any depth", () => {
    const shown = JSON.stringify(withoutSecrets(withLeads()));
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain("hush");
    expect(shown).toContain("Leads");
  });

  it("survive that a document is read and written back", () => {
    const stored = withLeads();
    expect(keepSecrets(withoutSecrets(stored), stored)).toEqual(stored);
  });

  it("are replaced by new ones, and dropped with their destination", () => {
    const stored = withLeads();
    const changed = validOffer({
      offer: { [destination]: "AzureTable", [table]: { connectionString: "new" } },
    });
    expect(offerFieldsOf(keepSecrets(changed, stored))[table]).toEqual({ connectionString: "new" });
    const none = keepSecrets(validOffer(), stored);
    expect(JSON.stringify(none)).not.toContain(secret);
  });

  it("need no stored document", () => {
    expect(keepSecrets(withLeads(), undefined)).toEqual(withLeads());
  });
});

describe("taking a document", () => {
  it("drops what the server sets and adds its name", () => {
    const taken = takeDocument({ version: 9, status: "live", definition: {}, mine: 1 }, key);
    expect(taken).toEqual({
      ok: true,
      document: { id: "sample", publisherId: "contoso", definition: {}, mine: 1 },
    });
  });

  it.each<[string, unknown, string]>([
    ["no object", "text", "document"],
    ["no definition", {}, "definition"],
    ["plans that are no list", { definition: { plans: {} } }, "definition.plans"],
    ["a plan without an id", { definition: { plans: [{}] } }, "definition.plans.0.planId"],
    ["another offer's id", { id: "other", definition: {} }, "id"],
    ["another publisher's id", { publisherId: "other", definition: {} }, "publisherId"],
  ])("refuses %s", (_case, body, target) => {
    expect(takeDocument(body, key)).toMatchObject({
      ok: false,
      refusal: { kind: "invalid", code: "InvalidOfferDocument", details: [{ target }] },
    });
  });

  it("tells a changed draft from the same one in another order", () => {
    const draft = validOffer();
    const reordered = Object.fromEntries(Object.entries({ ...draft, version: 3 }).reverse());
    expect(isSameContent(draft, reordered)).toBe(true);
    expect(isSameContent(draft, validOffer({ plans: [] }))).toBe(false);
  });
});
