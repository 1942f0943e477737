import { z } from "zod";
import { OfferKey } from "../offers/offer-key.ts";
import { processIds } from "./processes/process.ts";

/** One run of an offer through the publishing process; small, because it travels in every durable payload. */
export const Submission = OfferKey.extend({
  /** Also the durable instance id: `publisher.offer.number`. */
  submissionId: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/),
  /** Counts the offer's submissions from 1; the CPP dialect's publishing version. */
  number: z.int().positive(),
  process: z.enum(processIds),
  hasTestDrive: z.boolean(),
});
export type Submission = z.infer<typeof Submission>;

/** The submission's id, and so its durable instance's. */
export const submissionIdOf = (key: OfferKey, number: number): string =>
  `${key.publisherId}.${key.offerId}.${String(number)}`;
