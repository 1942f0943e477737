import { z } from "zod";
import { OfferKey } from "../offers/offer-key.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One file of a package, with the sum a customer can verify it by. */
export const ManifestFile = z.object({
  path: z.string().min(1),
  sha256: Sha256,
  size: z.int().nonnegative(),
});
export type ManifestFile = z.infer<typeof ManifestFile>;

/** A plan as customers see it: one version, one package. */
export const CataloguePlan = z.object({
  planId: z.string().min(1),
  title: z.string(),
  summary: z.string(),
  skuType: z.string(),
  version: z.string(),
  package: z.object({ sha256: Sha256, size: z.int().nonnegative() }),
  manifest: z.array(ManifestFile),
  /** The only subscriptions that may see it, in lower case; a plan without is public. */
  audience: z.array(z.string()).optional(),
});
export type CataloguePlan = z.infer<typeof CataloguePlan>;

/** What one submission offers to customers; written once, never changed, holds no secret. */
export const CatalogueEntry = OfferKey.extend({
  submission: z.int().positive(),
  displayText: z.string(),
  title: z.string(),
  summary: z.string(),
  longSummary: z.string(),
  description: z.string(),
  privacyUrl: z.string(),
  termsOfUse: z.string(),
  supportUrl: z.string(),
  plans: z.array(CataloguePlan),
  /** Who may see it before it is live. */
  previewSubscriptions: z.array(z.string()),
  packagedAt: z.iso.datetime(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** The one row that says which entry is in preview and which is live; the switch is one write of it. */
export const CatalogueRow = OfferKey.extend({
  preview: z.object({ submission: z.int().positive() }).optional(),
  live: z.object({ submission: z.int().positive(), since: z.iso.datetime() }).optional(),
});
export type CatalogueRow = z.infer<typeof CatalogueRow>;
