import { assetPath } from "../../../shared/offers/asset-reference.ts";
import type { Asset } from "../../../shared/offers/asset.ts";

/** An asset as clients see it; `reference` is what an offer document names it by. */
export const assetView = (asset: Asset) => {
  const { publisherId, offerId, assetId, kind, fileName, state, sha256, size } = asset;
  return {
    assetId,
    publisherId,
    offerId,
    kind,
    fileName,
    state,
    sha256,
    size,
    contentType: asset.contentType,
    image: asset.image,
    source: asset.source?.place,
    findings: asset.findings,
    createdAt: asset.createdAt,
    examinedAt: asset.examinedAt,
    reference: assetPath(asset, assetId),
  };
};
