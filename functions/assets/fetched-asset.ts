import { randomUUID } from "node:crypto";
import { examineAsset } from "../../shared/assets/examine-asset.ts";
import { mostBytesOf } from "../../shared/assets/most-bytes.ts";
import { type Asset, type AssetKind, blobOfAsset } from "../../shared/offers/asset.ts";
import { placeOf } from "../../shared/offers/asset-reference.ts";
import type { OfferKey } from "../../shared/offers/offer-key.ts";
import type { Ports } from "../../shared/ports.ts";

/** A file at an address that a publisher gave. */
export interface WantedFile {
  readonly url: string;
  readonly kind: AssetKind;
  readonly fileName?: string | undefined;
}

type Fetched =
  { readonly ok: true; readonly asset: Asset } | { readonly ok: false; readonly reason: string };

/** Fetches a file, examines it and keeps it as an asset; `known` stands when it is still the same there. */
export async function fetchedAsset(
  ports: Ports,
  key: OfferKey,
  { url, kind, fileName = fileNameIn(url) }: WantedFile,
  known?: Asset,
): Promise<Fetched> {
  const named = { ...key, assetId: randomUUID(), fileName };
  const copied = await ports.uploads.copyFrom(url, {
    blob: blobOfAsset(named),
    mostBytes: mostBytesOf[kind],
    unlessEtag: known?.source?.etag,
  });
  if (!copied.ok) return copied;
  if (copied.isUnchanged && known) return { ok: true, asset: known };
  const at = ports.clock.now().toISOString();
  const awaiting: Asset = {
    ...named,
    kind,
    blob: blobOfAsset(named),
    state: "awaiting-upload",
    source: { place: placeOf(url), etag: copied.etag },
    findings: [],
    createdAt: at,
  };
  const source = await ports.uploads.open(awaiting.blob);
  if (!source) throw new Error(`${awaiting.blob} is not there after it was written`);
  const asset = await examineAsset(awaiting, source, at);
  // The same bytes again: documents may already refer to the asset that is there.
  if (known && known.sha256 === asset.sha256) return { ok: true, asset: known };
  await ports.assets.create(asset);
  return { ok: true, asset };
}

/** What fits into a blob's name; the last part of the path, as browsers would call it. */
function fileNameIn(url: string): string {
  const last = URL.canParse(url) ? (new URL(url).pathname.split("/").at(-1) ?? "") : "";
  const name = last.replace(/%20/g, " ").replace(/[^\w .()+-]/g, "-");
  return /^[A-Za-z0-9](?:[\w .()+-]{0,98}[\w)+-])?$/.test(name) ? name : "file";
}
