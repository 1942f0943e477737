import { z } from "zod";
import { OfferKey } from "../../offers/offer-key.ts";

/** A reviewer's decision that one finding of an offer need not stop it, for a time. */
export const Waiver = OfferKey.extend({
  /** Of the finding; the same in later versions while its place and value stay. */
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  ruleId: z.string().min(1).max(100),
  reason: z.string().min(1).max(1000),
  /** The last day it holds, as YYYY-MM-DD. */
  until: z.iso.date(),
  grantedBy: z.object({ id: z.string(), name: z.string() }),
  grantedAt: z.iso.datetime(),
});
export type Waiver = z.infer<typeof Waiver>;
