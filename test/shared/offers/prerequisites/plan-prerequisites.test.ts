import { describe, expect, it } from "vitest";
import type { Asset } from "../../../../shared/offers/asset.ts";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { checkPrerequisites } from "../../../../shared/offers/prerequisites/prerequisites.ts";
import { key } from "../../support/progress-of.ts";
import {
  assetOf,
  packageEntry,
  validAssets,
  validOffer,
  validPlan,
} from "../../support/valid-offer.ts";

const drive = "microsoft-azure-marketplace-testdrive.";
const application = "microsoft-azure-applications.";
const guid = "00000000-0000-4000-8000-000000000001";
const check = (document: JsonObject, assets: Asset[] = validAssets(), published?: JsonObject) =>
  checkPrerequisites(document, { key, assets, published });
const errors = (findings: ReturnType<typeof check>) =>
  findings
    .filter(({ severity }) => severity === "error")
    .map(({ ruleId, field }) => [ruleId, field]);
const plan = (more: JsonObject) => validOffer({ plans: [validPlan(more)] });

describe("the prerequisites of a plan", () => {
  const field = `definition.plans[0].${application}package`;
  const file = `${field}.1.0.0.packageVersion.packageFile`;

  it.each<[string, JsonObject, string[]]>([
    ["an id with capitals", { planId: "Basic" }, ["plan-identity", "definition.plans[0].planId"]],
    [
      "an id that ends in a dash",
      { planId: "b-" },
      ["plan-identity", "definition.plans[0].planId"],
    ],
    [
      "an unknown type",
      { [`${application}skuType`]: "container" },
      ["plan-identity", `definition.plans[0].${application}skuType`],
    ],
    ["no package", { [`${application}package`]: {} }, ["plan-package-missing", field]],
    [
      "a version of two numbers",
      { [`${application}package`]: { "1.0": packageEntry() } },
      ["plan-package-version", `${field}.1.0`],
    ],
    [
      "a package from anywhere",
      { [`${application}package`]: { "1.0.0": packageEntry("https://contoso.com/a.zip") } },
      ["asset-reference", file],
    ],
    [
      "a package of another offer",
      {
        [`${application}package`]: {
          "1.0.0": packageEntry("/api/publishers/contoso/offers/other/assets/pkg1"),
        },
      },
      ["asset-reference", file],
    ],
    [
      "a package that is not there",
      { [`${application}package`]: { "1.0.0": packageEntry("asset:gone") } },
      ["asset-missing", file],
    ],
    [
      "an audience that is no subscription",
      { restrictedAudience: { manualEntries: [{ type: "subscriptionId", id: "me" }] } },
      ["plan-audience", "definition.plans[0].restrictedAudience.manualEntries[0].id"],
    ],
  ])("find %s", (_case, more, expected) => {
    expect(errors(check(plan(more)))).toEqual([expected]);
  });

  it("find two plans of one id", () => {
    const document = validOffer({ plans: [validPlan(), validPlan()] });
    expect(errors(check(document))).toEqual([["plan-identity", "definition.plans[1].planId"]]);
  });

  it.each([
    ["awaiting-upload", "asset-not-uploaded"],
    ["rejected", "asset-rejected"],
  ] as const)("find a package that is %s", (state, rule) => {
    const assets = validAssets().map((one) => (one.assetId === "pkg1" ? { ...one, state } : one));
    expect(errors(check(validOffer(), assets))).toEqual([[rule, file]]);
  });

  it("ask a managed application for its markets and its managers", () => {
    const more = { [`${application}skuType`]: "Managed Application" };
    expect(errors(check(plan(more))).map(([rule]) => rule)).toEqual(
      Array(3).fill("plan-managed-application"),
    );
    const complete = {
      ...more,
      regions: ["US", "DE"],
      [`${application}package`]: {
        "1.0.0": {
          packageVersion: { packageFile: "asset:pkg1", tenantId: guid },
          authorizations: [{ principalId: guid, roleDefinitionId: guid }],
        },
      },
    };
    expect(check(plan(complete))).toEqual([]);
  });
});

describe("the prerequisites of an update", () => {
  const packages = (entries: Record<string, string>) => ({
    [`${application}package`]: Object.fromEntries(
      Object.entries(entries).map(([version, asset]) => [version, packageEntry(asset)]),
    ),
  });
  const assets = [
    ...validAssets(),
    assetOf("pkg2", "package"),
    assetOf("same", "package", { sha256: assetOf("pkg1", "package").sha256 }),
  ];
  const against = (live: JsonObject, next: JsonObject) =>
    errors(check(plan(next), assets, plan(live))).map(([rule]) => rule);
  const audience = { restrictedAudience: { manualEntries: [{ id: guid }] } };
  const price = (single: number) => ({ monthlyPricingV2: { multiplier: { USD: { single } } } });

  it.each<[string, JsonObject, JsonObject, string[]]>([
    ["the same again", {}, {}, []],
    ["a higher version", {}, packages({ "1.0.0": "asset:pkg1", "1.0.1": "asset:pkg2" }), []],
    [
      "the tenth after the ninth",
      packages({ "1.9.0": "asset:pkg1" }),
      packages({ "1.10.0": "asset:pkg2" }),
      [],
    ],
    [
      "a lower version",
      packages({ "1.1.0": "asset:pkg1" }),
      packages({ "1.0.9": "asset:pkg2" }),
      ["plan-version-order"],
    ],
    [
      "another package under a live version",
      {},
      packages({ "1.0.0": "asset:pkg2" }),
      ["plan-version-changed"],
    ],
    ["the same bytes uploaded again", {}, packages({ "1.0.0": "asset:same" }), []],
    [
      "a rolled back version",
      packages({ "1.0.0": "asset:pkg1", "1.1.0": "asset:pkg2" }),
      packages({ "1.0.0": "asset:pkg1" }),
      [],
    ],
    ["a lower price", price(2), price(1), []],
    ["a higher price", price(1), price(2), ["plan-price-raised"]],
    ["a private plan made public", audience, {}, []],
    ["a public plan made private", {}, audience, ["plan-made-private"]],
  ])("judge %s", (_case, live, next, expected) => {
    expect(against(live, next)).toEqual(expected);
  });
});

describe("the prerequisites of a Test Drive", () => {
  const settings = (more: JsonObject = {}) =>
    validOffer({
      offer: Object.fromEntries(
        Object.entries({
          enabled: true,
          description: "<p>Try it.</p>",
          regions: ["westeurope"],
          coldInstances: 2,
          durationHours: 3,
          accessInformation: "Open {{url}}.",
          package: "asset:drive",
          userManual: "asset:manual",
          ...more,
        }).map(([name, value]) => [drive + name, value]),
      ),
    });

  it("find nothing in a complete one, nor in one that is switched off", () => {
    expect(check(settings())).toEqual([]);
    expect(check(settings({ enabled: false, package: "" }))).toEqual([]);
  });

  it("find everything that is wrong", () => {
    const wrong = { regions: [], coldInstances: 0, durationHours: 1000, package: "asset:pkg1" };
    expect(errors(check(settings(wrong)))).toEqual([
      ["test-drive-settings", `definition.offer.${drive}regions`],
      ["test-drive-settings", `definition.offer.${drive}durationHours`],
      ["asset-kind", `definition.offer.${drive}package`],
      ["test-drive-settings", `definition.offer.${drive}coldInstances`],
    ]);
  });
});
