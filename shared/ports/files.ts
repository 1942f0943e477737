import type { CatalogueEntry, CatalogueRow } from "../catalogue/catalogue-entry.ts";
import type { OfferKey } from "../offers/offer-key.ts";
import type { ByteSource } from "../packages/byte-source.ts";
import type { Versioned, JsonObject } from "./values.ts";

/** The container that clients write to, each through a SAS for one blob. */
export interface Uploads {
  /** A URL that may create and write this one blob until `expiresAt`. */
  sign(blob: string, expiresAt: Date): Promise<string>;
  read(blob: string): Promise<Uint8Array | undefined>;
  /** For what may be too large for memory; reading fails once somebody writes the blob anew. */
  open(blob: string): Promise<ByteSource | undefined>;
  /** Copies a file from an address that a publisher gave; only public ones are called. */
  copyFrom(url: string, copy: UploadCopy): Promise<CopiedUpload>;
}

export interface UploadCopy {
  readonly blob: string;
  readonly mostBytes: number;
  /** Of what was copied before: copies only when it is something else now. */
  readonly unlessEtag?: string | undefined;
}

export type CopiedUpload =
  | { readonly ok: true; readonly isUnchanged: boolean; readonly etag: string | undefined }
  | { readonly ok: false; readonly reason: string };

/** Immutable bytes under their own SHA-256, and reports beside them. */
export interface PackageStore {
  /** Writing the same bytes twice is one blob. */
  put(sha256: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  open(sha256: string): Promise<ByteSource | undefined>;
  /** A short-lived URL to download it. */
  link(sha256: string, expiresAt: Date): Promise<string>;
  writeReport(name: string, report: JsonObject): Promise<void>;
  readReport(name: string): Promise<JsonObject | undefined>;
}

/** Preview and live entries; the switch to live is one write of one row. */
export interface Catalogue {
  readRow(key: OfferKey): Promise<Versioned<CatalogueRow> | undefined>;
  /** Compare-and-swap; false when somebody else wrote first. */
  writeRow(key: OfferKey, row: CatalogueRow, etag: string | undefined): Promise<boolean>;
  listLive(page?: string): Promise<{ rows: readonly CatalogueRow[]; next?: string }>;
  writeEntry(entry: CatalogueEntry): Promise<void>;
  readEntry(key: OfferKey, submission: number): Promise<CatalogueEntry | undefined>;
}

/** The storage of every region that customers deploy from. */
export interface Regions {
  readonly names: readonly string[];
  /** Copies one package and reads it back: the SHA-256 of what the region now holds. Throws when unreachable. */
  copyPackage(region: string, sha256: string): Promise<string>;
  copyEntry(region: string, entry: CatalogueEntry): Promise<void>;
}
