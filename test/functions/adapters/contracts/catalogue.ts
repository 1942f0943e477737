import { describe, expect, it } from "vitest";
import type { CatalogueEntry } from "../../../../shared/catalogue/catalogue-entry.ts";
import type { OfferKey } from "../../../../shared/offers/offer-key.ts";
import { at, freshKey, type PortContract } from "./port-contract.ts";

export const anEntry = (key: OfferKey, submission: number): CatalogueEntry => ({
  ...key,
  submission,
  displayText: "Contoso",
  title: "Contoso",
  summary: "",
  longSummary: "",
  description: "",
  privacyUrl: "",
  termsOfUse: "",
  supportUrl: "",
  plans: [],
  previewSubscriptions: [],
  packagedAt: at,
});

export const catalogueContract: PortContract = (open) => {
  describe("the catalogue", () => {
    it("keeps an entry per submission", async () => {
      const { catalogue } = open();
      const key = freshKey();
      await catalogue.writeEntry(anEntry(key, 1));

      expect(await catalogue.readEntry(key, 1)).toEqual(anEntry(key, 1));
      expect(await catalogue.readEntry(key, 2)).toBeUndefined();
    });

    it("lets only the first of two writers of a row through", async () => {
      const { catalogue } = open();
      const key = freshKey();
      expect(await catalogue.readRow(key)).toBeUndefined();
      expect(await catalogue.writeRow(key, { ...key, preview: { submission: 1 } }, undefined)).toBe(
        true,
      );
      expect(await catalogue.writeRow(key, { ...key, preview: { submission: 9 } }, undefined)).toBe(
        false,
      );
      const row = await catalogue.readRow(key);
      const live = { ...key, live: { submission: 1, since: at } };

      expect(await catalogue.writeRow(key, live, row?.etag)).toBe(true);
      expect(await catalogue.writeRow(key, live, row?.etag)).toBe(false);
      expect((await catalogue.readRow(key))?.value).toEqual(live);
    });

    it("lists live rows only", async () => {
      const { catalogue } = open();
      const [live, preview] = [freshKey(), freshKey()];
      await catalogue.writeRow(live, { ...live, live: { submission: 1, since: at } }, undefined);
      await catalogue.writeRow(preview, { ...preview, preview: { submission: 1 } }, undefined);
      const ids = (await catalogue.listLive()).rows.map((row) => row.offerId);

      expect(ids).toContain(live.offerId);
      expect(ids).not.toContain(preview.offerId);
    });
  });
};
