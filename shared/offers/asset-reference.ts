import { type Asset, AssetId } from "./asset.ts";
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

const signed = /[?&](?:[\w-]*signature|sig|[\w-]*token|[\w-]*key|[\w-]*secret)=/i;

/** The place an address outside this service names: signatures are renewed, and secret. */
export function placeOf(address: string): string {
  const place = address.trim().split("#")[0] ?? "";
  return signed.test(place) ? (place.split("?")[0] ?? "") : place;
}

/** Whether a reference is an address from which the file has to be fetched. */
export const isForeign = (reference: string, key: OfferKey): boolean =>
  /^https?:\/\//i.test(reference.trim()) && assetIdOf(reference.trim(), key) === undefined;

/** The asset a reference means: by its id, or the one last fetched from that address. */
export function assetNamed(
  reference: string,
  key: OfferKey,
  assets: Iterable<Asset>,
): Asset | undefined {
  const id = assetIdOf(reference.trim(), key);
  const place = placeOf(reference);
  const meant = [...assets].filter((asset) =>
    id === undefined ? asset.source?.place === place : asset.assetId === id,
  );
  return meant.reduce<Asset | undefined>(
    (newest, asset) => (newest && newest.createdAt >= asset.createdAt ? newest : asset),
    undefined,
  );
}
