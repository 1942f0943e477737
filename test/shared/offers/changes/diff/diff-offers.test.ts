import { describe, expect, it } from "vitest";
import { diffOffers, OfferDiff } from "../../../../../shared/offers/changes/diff/offer-diff.ts";
import type { JsonObject } from "../../../../../shared/offers/json-fields.ts";
import { packageEntry, validOffer, validPlan } from "../../../support/valid-offer.ts";

const application = "microsoft-azure-applications.";
const marketplace = "microsoft-azure-marketplace.";
const offer = (more: JsonObject) => validOffer({ offer: more });
const plan = (more: JsonObject) => validOffer({ plans: [validPlan(more)] });
const changes = (before: JsonObject, after: JsonObject) => {
  const diff = diffOffers(before, after);
  expect(OfferDiff.parse(JSON.parse(JSON.stringify(diff)))).toEqual(diff);
  return diff.changes.map(({ kind, jsonPath, before: was, after: is }) => [
    kind,
    jsonPath,
    was,
    is,
  ]);
};
const listed = (name: string, before: unknown, after: unknown) =>
  changes(offer({ [marketplace + name]: before }), offer({ [marketplace + name]: after }));
const planned = (before: JsonObject, after: JsonObject) => changes(plan(before), plan(after));
const inOffer = (name: string, rest = "") => `$.definition.offer['${marketplace}${name}']${rest}`;
const inPlan = (rest: string) => `$.definition.plans[0]${rest}`;
const inPackage = (rest: string) => inPlan(`['${application}package']['1.0.0']${rest}`);
const packageWith = (more: JsonObject) => ({
  [`${application}package`]: { "1.0.0": { ...packageEntry(), ...more } },
});
const member = (principalId: string, roleDefinitionId: string) => ({
  principalId,
  roleDefinitionId,
});

describe("the difference between two versions of an offer", () => {
  it.each<[string, unknown, unknown, unknown[][]]>([
    ["a text", "Sample", "Simple", [["changed", inOffer("title"), "Sample", "Simple"]]],
    ["outer blanks alone", "Sample", " Sample\n", []],
    ["a text that was empty", "", "Simple", [["added", inOffer("title"), undefined, "Simple"]]],
    [
      "a text taken away",
      "Sample",
      undefined,
      [["removed", inOffer("title"), "Sample", undefined]],
    ],
    ["two ways to say nothing", null, { a: "", b: [] }, []],
    ["another type", "1", 1, [["changed", inOffer("title"), "1", 1]]],
    ["a flag", true, false, [["changed", inOffer("title"), true, false]]],
  ])("tells %s", (_case, before, after, expected) => {
    expect(listed("title", before, after)).toEqual(expected);
  });

  it.each<[string, string, [unknown, unknown], unknown[][]]>([
    [
      "another order of a set",
      "categories",
      [
        ["a", "b"],
        ["b", "a"],
      ],
      [],
    ],
    [
      "a set's new item",
      "categories",
      [["a"], ["b", "a"]],
      [["added", inOffer("categories", "[0]"), undefined, "b"]],
    ],
    [
      "a set's missing item",
      "categories",
      [["a", "b"], ["b"]],
      [["removed", inOffer("categories", "[0]"), "a", undefined]],
    ],
    [
      "every item of a new set",
      "categories",
      [undefined, ["a"]],
      [["added", inOffer("categories", "[0]"), undefined, "a"]],
    ],
    [
      "a link's title by its address",
      "usefulLinks",
      [
        [
          { linkTitle: "A", linkUrl: "https://a" },
          { linkTitle: "B", linkUrl: "https://b" },
        ],
        [
          { linkTitle: "C", linkUrl: "https://b" },
          { linkTitle: "A", linkUrl: "https://a" },
        ],
      ],
      [["changed", inOffer("usefulLinks", "[0].linkTitle"), "B", "C"]],
    ],
    [
      "a subcategory",
      "categoryMap",
      [
        [{ categoryL1: "web", "categoryL2-web": ["other"] }],
        [{ categoryL1: "web", "categoryL2-web": ["web-apps"] }],
      ],
      [
        ["removed", inOffer("categoryMap", "[0]['categoryL2-web'][0]"), "other", undefined],
        ["added", inOffer("categoryMap", "[0]['categoryL2-web'][0]"), undefined, "web-apps"],
      ],
    ],
    [
      "an asset named in another way",
      "smallLogo",
      ["asset:small", "/api/publishers/contoso/offers/sample/assets/small?v=1"],
      [],
    ],
    [
      "a subscription in capitals",
      "allowedSubscriptions",
      [["ABCDEF00-0000-4000-8000-000000000001"], ["abcdef00-0000-4000-8000-000000000001"]],
      [],
    ],
    [
      "a screenshot's name by its picture",
      "screenshots",
      [[{ imageUrl: "asset:one", name: "One" }], [{ imageUrl: "asset:one", name: "First" }]],
      [["changed", inOffer("screenshots", "[0].name"), "One", "First"]],
    ],
  ])("tells %s", (_case, name, [before, after], expected) => {
    const found = listed(name, before, after);
    expect(found).toHaveLength(expected.length);
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  it("matches plans by their ID, wherever they stand", () => {
    const [a, b, c] = ["a", "b", "c"].map((planId) => validPlan({ planId }));
    const titled = { ...b, [`${application}skuTitle`]: "B" };
    const diff = diffOffers(
      validOffer({ plans: [a!, b!] }),
      validOffer({ plans: [c!, titled, a!] }),
    );
    expect(diff.summary).toEqual({ added: 1, removed: 0, changed: 1 });
    expect(diff.changes).toMatchObject([
      { kind: "changed", plan: "b", jsonPath: `$.definition.plans[1]['${application}skuTitle']` },
      { kind: "added", plan: "c", jsonPath: "$.definition.plans[0]", label: "Plan", tab: "SKUs" },
    ]);
  });

  it("matches packages by version", () => {
    const versions = (...names: string[]) => ({
      [`${application}package`]: Object.fromEntries(names.map((name) => [name, packageEntry()])),
    });
    expect(planned(versions("1.0.0", "1.1.0"), versions("1.2.0", "1.1.0"))).toEqual([
      ["removed", inPackage(""), packageEntry(), undefined],
      ["added", inPlan(`['${application}package']['1.2.0']`), undefined, packageEntry()],
    ]);
    expect(planned(versions(), { [`${application}package`]: { "1.0.0": {} } })).toEqual([
      ["added", inPackage(""), undefined, {}],
    ]);
  });

  it("matches authorizations by principal and role", () => {
    const before = packageWith({ authorizations: [member("p", "owner"), member("q", "owner")] });
    const after = packageWith({ authorizations: [member("q", "owner"), member("p", "reader")] });
    expect(planned(before, after)).toEqual([
      ["removed", inPackage(".authorizations[0]"), member("p", "owner"), undefined],
      ["added", inPackage(".authorizations[1]"), undefined, member("p", "reader")],
    ]);
  });

  it("tells prices one by one, and numbers by value", () => {
    const priced = (single: number, DE: number) => ({
      monthlyPricing: { multiplier: { single, individually: { DE } } },
    });
    expect(planned(priced(1, 2), priced(1.0, 3))).toEqual([
      ["changed", inPlan(".monthlyPricing.multiplier.individually.DE"), 2, 3],
    ]);
  });

  it("leaves out what the server sets", () => {
    const before = { ...validOffer(), version: 1, status: "a", changedTime: "b", Etag: "c" };
    expect(changes(before, { ...validOffer(), version: 2, eTag: "d" })).toEqual([]);
  });

  it("tells every field of a first version, and puts them in the editor's order", () => {
    const diff = diffOffers({}, validOffer());
    expect(diff.summary).toMatchObject({ removed: 0, changed: 0 });
    expect(diff.changes.length).toBeGreaterThan(20);
    const tabs = [...new Set(diff.changes.map(({ tab }) => tab))];
    expect(tabs).toEqual(["Offer Settings", "SKUs", "Marketplace", "Support"]);
  });
});
