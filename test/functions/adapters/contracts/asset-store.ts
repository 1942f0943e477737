import { describe, expect, it } from "vitest";
import { blobOfAsset, type Asset } from "../../../../shared/offers/asset.ts";
import type { OfferKey } from "../../../../shared/offers/offer-key.ts";
import { at, freshKey, type PortContract } from "./port-contract.ts";

const anAsset = (key: OfferKey, assetId: string): Asset => {
  const named = { ...key, assetId, fileName: "app.zip" };
  return {
    ...named,
    kind: "package",
    blob: blobOfAsset(named),
    state: "awaiting-upload",
    findings: [],
    createdAt: at,
  };
};

export const assetStoreContract: PortContract = (open) => {
  describe("the asset store", () => {
    it("gives back an asset and nothing for an unknown one", async () => {
      const { assets } = open();
      const asset = anAsset(freshKey(), "a1");
      await assets.create(asset);

      expect(await assets.read(asset, "a1")).toEqual(asset);
      expect(await assets.read(asset, "a2")).toBeUndefined();
    });

    it("replaces an asset with its verdict", async () => {
      const { assets } = open();
      const asset = anAsset(freshKey(), "a1");
      await assets.create(asset);
      const accepted: Asset = { ...asset, state: "accepted", sha256: "a".repeat(64), size: 3 };
      await assets.record(accepted);

      expect(await assets.read(asset, "a1")).toEqual(accepted);
    });

    it("lists the assets of one offer", async () => {
      const { assets } = open();
      const key = freshKey();
      await assets.create(anAsset(key, "a1"));
      await assets.create(anAsset(key, "a2"));
      await assets.create(anAsset(freshKey(), "a3"));

      expect((await assets.list(key)).map((asset) => asset.assetId)).toEqual(["a1", "a2"]);
    });
  });
};
