import { PublishedFacts } from "../../../shared/offers/changes/facts/published-facts.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";

const nameOf = ({ publisherId, offerId }: OfferKey, number: number) =>
  `${publisherId}/${offerId}/${String(number)}/published-facts.json`;

/** What all versions up to a live submission bind later ones to; undefined when it was not kept. */
export async function readPublishedFacts(
  ports: Ports,
  key: OfferKey,
  live: number,
): Promise<PublishedFacts | undefined> {
  return PublishedFacts.safeParse(await ports.packages.readReport(nameOf(key, live))).data;
}

/** Keeps what a submission adds to that. It counts once the submission is live: only then is it read. */
export async function keepPublishedFacts(
  ports: Ports,
  submission: Submission,
  facts: PublishedFacts,
): Promise<void> {
  await ports.packages.writeReport(nameOf(submission, submission.number), { ...facts });
}
