import type { Asset } from "../../../shared/offers/asset.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import { buffer } from "node:stream/consumers";
import { inMemory } from "../../../shared/packages/byte-source.ts";
import type { AssetStore, OfferDocuments } from "../../../shared/ports/offers.ts";
import type { JsonObject, Versioned } from "../../../shared/ports/values.ts";
import type { PackageStore, Uploads } from "../../../shared/ports/files.ts";

const opened = (bytes: Uint8Array | undefined) => bytes && inMemory(bytes);
const nameOf = (key: OfferKey, rest = "") => `${key.publisherId}/${key.offerId}/${rest}`;

export function fakeDocuments(): OfferDocuments {
  const drafts = new Map<string, Versioned<JsonObject>>();
  const versions = new Map<string, JsonObject>();
  let etags = 0;
  return {
    readDraft: async (key) => structuredClone(drafts.get(nameOf(key))),
    writeDraft: async (key, document, ifMatch) => {
      const now = drafts.get(nameOf(key));
      if (ifMatch === "none" ? now : ifMatch !== undefined && ifMatch !== now?.etag)
        return undefined;
      const etag = `"draft-${++etags}"`;
      drafts.set(nameOf(key), { value: structuredClone(document), etag });
      return etag;
    },
    freeze: async (key, number, document) => {
      const name = nameOf(key, String(number));
      if (!versions.has(name)) versions.set(name, structuredClone(document));
    },
    readVersion: async (key, number) => structuredClone(versions.get(nameOf(key, String(number)))),
  };
}

export function fakeAssets(): AssetStore {
  const assets = new Map<string, Asset>();
  const record = async (asset: Asset) =>
    void assets.set(nameOf(asset, asset.assetId), structuredClone(asset));
  return {
    create: record,
    record,
    read: async (key, assetId) => structuredClone(assets.get(nameOf(key, assetId))),
    list: async (key) =>
      structuredClone([...assets.values()]).filter((asset) => nameOf(asset) === nameOf(key)),
  };
}

export interface FakeUploads extends Uploads {
  readonly blobs: Map<string, Uint8Array>;
  /** What other hosts have, by address. */
  readonly elsewhere: Map<string, { bytes: Uint8Array; etag: string }>;
}

/** `blobs` is the container itself: tests put bytes there as a client would. */
export function fakeUploads(): FakeUploads {
  const blobs = new Map<string, Uint8Array>();
  const elsewhere: FakeUploads["elsewhere"] = new Map();
  return {
    blobs,
    elsewhere,
    sign: async (blob, expiresAt) =>
      `https://uploads.invalid/${encodeURI(blob)}?se=${expiresAt.toISOString()}&sig=x`,
    read: async (blob) => blobs.get(blob),
    open: async (blob) => opened(blobs.get(blob)),
    copyFrom: async (url, { blob, mostBytes, unlessEtag }) => {
      const there = elsewhere.get(url);
      if (!there) return { ok: false, reason: "The host answered with status 404." };
      if (there.bytes.length > mostBytes) return { ok: false, reason: "It is too large." };
      const isUnchanged = there.etag === unlessEtag;
      if (!isUnchanged) blobs.set(blob, there.bytes);
      return { ok: true, isUnchanged, etag: there.etag };
    },
  };
}

export function fakePackages(): PackageStore {
  const blobs = new Map<string, Uint8Array>();
  const reports = new Map<string, JsonObject>();
  return {
    put: async (sha256, bytes) => void blobs.set(sha256, await buffer(bytes)),
    open: async (sha256) => opened(blobs.get(sha256)),
    link: async (sha256, expiresAt) =>
      `https://packages.invalid/${sha256}.zip?se=${expiresAt.toISOString()}&sig=x`,
    writeReport: async (name, report) => void reports.set(name, structuredClone(report)),
    readReport: async (name) => structuredClone(reports.get(name)),
  };
}
