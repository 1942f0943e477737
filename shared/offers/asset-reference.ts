import { AssetId } from "./asset.ts";
import type { OfferKey } from "./offer-key.ts";

/** How an offer document names one of its offer's assets. */
export const assetPath = (key: OfferKey, assetId: string): string =>
  `/api/publishers/${key.publisherId}/offers/${key.offerId}/assets/${assetId}`;

const pathOf = (reference: string): string | undefined => {
  if (reference.startsWith("/")) return reference.split(/[?#]/)[0];
  if (!/^https?:\/\//i.test(reference) || !URL.canParse(reference)) return undefined;
  return new URL(reference).pathname;
};

/** The asset a reference names: `asset:{id}`, or its API path, relative or absolute, of this very offer. */
export function assetIdOf(reference: string, key: OfferKey): string | undefined {
  const start = assetPath(key, "");
  const path = pathOf(reference);
  const short = /^asset:(.*)$/.exec(reference)?.[1];
  const named = short ?? (path?.startsWith(start) ? path.slice(start.length) : undefined);
  const id = AssetId.safeParse(named?.replace(/\/$/, ""));
  return id.success ? id.data : undefined;
}
