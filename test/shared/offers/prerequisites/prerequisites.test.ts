import { describe, expect, it } from "vitest";
import type { Asset } from "../../../../shared/offers/asset.ts";
import type { JsonObject } from "../../../../shared/offers/json-fields.ts";
import { checkPrerequisites } from "../../../../shared/offers/prerequisites/prerequisites.ts";
import { key } from "../../support/progress-of.ts";
import { assetOf, validAssets, validOffer } from "../../support/valid-offer.ts";

const listing = "microsoft-azure-marketplace.";
const guid = "00000000-0000-4000-8000-000000000001";
const check = (document: JsonObject, assets: Asset[] = validAssets(), published?: JsonObject) =>
  checkPrerequisites(document, { key, assets, published });
const short = (findings: ReturnType<typeof check>) =>
  findings.map(({ severity, ruleId, field }) => [severity, ruleId, field]);
const errors = (findings: ReturnType<typeof check>) =>
  findings
    .filter(({ severity }) => severity === "error")
    .map(({ ruleId, field }) => [ruleId, field]);
const offer = (fields: JsonObject) =>
  validOffer({
    offer: Object.fromEntries(Object.entries(fields).map(([k, v]) => [listing + k, v])),
  });
const at = (name: string) => `definition.offer.${listing}${name}`;

describe("the prerequisites", () => {
  it("find nothing in a complete offer", () => {
    expect(check(validOffer())).toEqual([]);
  });

  it("report everything that is missing at once, each with its field and a fix", () => {
    const findings = check({});
    expect(findings.length).toBeGreaterThan(15);
    for (const finding of findings) {
      expect(finding.field).toMatch(/^definition\./);
      expect(finding.fix).not.toBe("");
      expect(finding.whose).toBe("content");
    }
    expect(errors(findings)).toEqual(
      expect.arrayContaining([
        ["offer-field-required", "definition.displayText"],
        ["offer-field-required", at("title")],
        ["offer-field-required", at("termsOfUse")],
        ["offer-field-required", at("smallLogo")],
        ["offer-preview-subscriptions", at("allowedSubscriptions")],
        ["offer-plans", "definition.plans"],
      ]),
    );
  });

  it.each<[string, JsonObject, string[]]>([
    ["a long title", { title: "x".repeat(51) }, ["error", "offer-field-too-long", at("title")]],
    ["a title that is no text", { title: 5 }, ["error", "offer-field-malformed", at("title")]],
    [
      "a mail address that is none",
      { supportContactEmail: "bob" },
      ["error", "offer-field-malformed", at("supportContactEmail")],
    ],
    [
      "a privacy policy that is no address",
      { privacyURL: "javascript:alert(1)" },
      ["error", "offer-field-malformed", at("privacyURL")],
    ],
    [
      "a missing phone number",
      { supportContactPhone: "" },
      ["warning", "offer-field-recommended", at("supportContactPhone")],
    ],
    [
      "a script in the description",
      { description: "<p>hi</p><script>x()</script>" },
      ["error", "offer-markup", at("description")],
    ],
    [
      "an event handler in the description",
      { description: `<p onclick="x()">hi</p>` },
      ["error", "offer-markup", at("description")],
    ],
    [
      "markup that is not shown",
      { description: "<p>hi<br>there</p>" },
      ["warning", "offer-markup", at("description")],
    ],
    [
      "a preview subscription that is none",
      { allowedSubscriptions: [guid, "mine"] },
      ["error", "offer-preview-subscriptions", `${at("allowedSubscriptions")}[1]`],
    ],
    [
      "a link without an address",
      { usefulLinks: [{ linkTitle: "Docs" }] },
      ["error", "offer-useful-links", `${at("usefulLinks")}[0].linkUrl`],
    ],
    ["no category", { categories: [] }, ["warning", "offer-categories", at("categories")]],
    [
      "too many categories",
      { categories: Array(6).fill("database") },
      ["error", "offer-categories", at("categories")],
    ],
    [
      "a lead destination nobody knows",
      { leadDestination: "Pigeon" },
      ["error", "lead-destination", at("leadDestination")],
    ],
    [
      "a logo outside this service",
      { smallLogo: "https://contoso.com/logo.png" },
      ["error", "asset-reference", at("smallLogo")],
    ],
    [
      "a logo of another size",
      { smallLogo: "asset:medium" },
      ["error", "asset-pixels", at("smallLogo")],
    ],
    ["a package as a logo", { smallLogo: "asset:pkg1" }, ["error", "asset-kind", at("smallLogo")]],
  ])("find %s", (_case, fields, expected) => {
    expect(short(check(offer(fields)))).toEqual([expected]);
  });

  it("need no terms of use under the standard contract", () => {
    expect(check(offer({ termsOfUse: "", useEnterpriseContract: true }))).toEqual([]);
  });

  it("look at every screenshot", () => {
    const shots = [...Array(6).keys()].map(() => ({ name: "s", imageUrl: "asset:shot" }));
    const shot = assetOf("shot", "screenshot", { image: { width: 533, height: 324 } });
    const findings = check(offer({ screenshots: shots }), [...validAssets(), shot]);
    expect(errors(findings)).toEqual([["offer-field-too-long", at("screenshots")]]);
  });

  it("keep a hero logo that is live", () => {
    const live = offer({ heroLogo: "asset:hero" });
    expect(errors(check(validOffer(), validAssets(), live))).toEqual([
      ["hero-logo-removed", at("heroLogo")],
    ]);
  });
});
