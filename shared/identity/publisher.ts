import { z } from "zod";
import { PublisherId } from "../offers/offer-key.ts";

/** What a publisher's clients expect; widely used ones cannot agree. */
export const Compatibility = z.object({
  /** The word for an operation that ended well. */
  terminalStatus: z.enum(["succeeded", "complete"]).default("succeeded"),
  /** Leaves cancelled operations out of the list, for clients whose list of states lacks the word. */
  hideCanceledOperations: z.boolean().default(false),
});
export type Compatibility = z.infer<typeof Compatibility>;

/** A company or team that owns offers. */
export const Publisher = z.object({
  publisherId: PublisherId,
  displayText: z.string().min(1).max(100),
  sellerId: z.string().max(100).default(""),
  compatibility: Compatibility.prefault({}),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type Publisher = z.infer<typeof Publisher>;
