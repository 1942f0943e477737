import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { modelFields } from "../../../../infra/build/offer-model/model-fields.ts";
import { offerModelPage } from "../../../../infra/build/offer-model/offer-model-page.ts";
import { OfferModel } from "../../../../shared/offers/model/offer-model.ts";

describe("the page of the offer model", () => {
  it("is what the model says now (npm run offer-model)", async () => {
    const page = new URL("../../../../docs/offer-model.md", import.meta.url);
    expect(await offerModelPage()).toBe(await readFile(page, "utf8"));
  });

  it("says something of use about every field", () => {
    const fields = modelFields(OfferModel);
    expect(fields.length).toBeGreaterThan(80);
    for (const { path, notes } of fields) {
      expect(notes.what, path).toMatch(/\.$/);
      expect(notes.label, path).toMatch(/^\p{Lu}/u);
    }
  });
});
