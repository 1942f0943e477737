import type { InvocationContext, StorageBlobHandler } from "@azure/functions";
import { examineAsset } from "../../shared/assets/examine-asset.ts";
import { AssetId, blobOfAsset } from "../../shared/offers/asset.ts";
import { OfferKey } from "../../shared/offers/offer-key.ts";
import type { Shell } from "../shell.ts";

/** The pattern of `blobOfAsset`; the last part may hold anything but reaches us whole. */
export const uploadPath = "uploads/{publisher}/{offer}/{asset}/{name}";

/** Examines what a client has uploaded and records the verdict. */
export const assetUploaded =
  ({ ports }: Shell): StorageBlobHandler =>
  async (_reference, context) => {
    const named = assetOf(context);
    const asset = named && (await ports.assets.read(named, named.assetId));
    if (!named || asset?.blob !== blobOfAsset(named)) {
      context.warn(`An upload that belongs to no asset is left alone: ${nameOf(context)}`);
      return;
    }
    const source = await ports.uploads.open(asset.blob);
    if (!source) {
      context.warn(`An upload was gone before anybody looked: ${asset.blob}`);
      return;
    }
    const examined = await examineAsset(asset, source, ports.clock.now().toISOString());
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
