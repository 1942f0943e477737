import { z } from "zod";
import { Finding } from "../findings/finding.ts";
import { OfferKey } from "./offer-key.ts";

export const assetKinds = [
  "package",
  "test-drive-package",
  "logo",
  "screenshot",
  "document",
  "audience",
] as const;
export const AssetKind = z.enum(assetKinds);
export type AssetKind = z.infer<typeof AssetKind>;

/** Letters, digits and inner dashes; chosen by us, so it is safe in blob names and table keys. */
export const AssetId = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?$/);

/** A technical asset: asked for, uploaded to its own blob, then accepted or rejected by what it holds. */
export const Asset = OfferKey.extend({
  assetId: AssetId,
  kind: AssetKind,
  fileName: z.string().min(1).max(255),
  /** Blob name inside the uploads container. */
  blob: z.string().min(1),
  state: z.enum(["awaiting-upload", "accepted", "rejected"]),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  size: z.int().nonnegative().optional(),
  contentType: z.string().optional(),
  /** Where it was fetched from, without signatures, and the ETag it had there. */
  source: z.object({ place: z.string(), etag: z.string().optional() }).optional(),
  /** Pixels, when the bytes are an image. */
  image: z.object({ width: z.int().positive(), height: z.int().positive() }).optional(),
  findings: z.array(Finding),
  createdAt: z.iso.datetime(),
  examinedAt: z.iso.datetime().optional(),
});
export type Asset = z.infer<typeof Asset>;

/** Where the client writes it: `{publisher}/{offer}/{asset}/{name}`, the pattern the blob trigger listens to. */
export const blobOfAsset = (asset: OfferKey & { assetId: string; fileName: string }): string =>
  `${asset.publisherId}/${asset.offerId}/${asset.assetId}/${asset.fileName}`;
