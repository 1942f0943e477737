import type { InvocationContext, StorageBlobHandler } from "@azure/functions";
import { examineAsset } from "../../shared/assets/examine-asset.ts";
import { AssetId, blobOfAsset } from "../../shared/offers/asset.ts";
import { OfferKey } from "../../shared/offers/offer-key.ts";
import { inMemory } from "../../shared/packages/byte-source.ts";
import type { Shell } from "../shell.ts";

/** The pattern of `blobOfAsset`; the last part may hold anything but reaches us whole. */
export const uploadPath = "uploads/{publisher}/{offer}/{asset}/{name}";

/** Examines what a client has uploaded and records the verdict. */
export const assetUploaded =
  ({ ports }: Shell): StorageBlobHandler =>
  async (blob, context) => {
    const named = assetOf(context);
    const asset = named && (await ports.assets.read(named, named.assetId));
    if (!named || asset?.blob !== blobOfAsset(named)) {
      context.warn(`An upload that belongs to no asset is left alone: ${nameOf(context)}`);
      return;
    }
    if (!(blob instanceof Uint8Array)) throw new TypeError("The host gave no bytes.");
    const examined = await examineAsset(asset, inMemory(blob), ports.clock.now().toISOString());
    if (examined === asset) return;
    await ports.assets.record(examined);
    context.info(`Asset ${asset.assetId} is ${examined.state}`);
  };

function assetOf({ triggerMetadata }: InvocationContext) {
  const { publisher, offer, asset, name } = triggerMetadata ?? {};
  const key = OfferKey.safeParse({ publisherId: publisher, offerId: offer });
  const assetId = AssetId.safeParse(asset);
  if (!key.success || !assetId.success || typeof name !== "string") return undefined;
  return { ...key.data, assetId: assetId.data, fileName: name };
}

const nameOf = (context: InvocationContext): string => {
  const name = context.triggerMetadata?.["blobTrigger"];
  return typeof name === "string" ? name : "unnamed";
};
