import { acceptAssets } from "../../../support/accepted-assets.ts";
import { anOfferDocument } from "../../../support/an-offer-document.ts";
import { aPublishingOffer, key, type PublishingOffer } from "../a-publishing-offer.ts";

export type OfferOptions = Parameters<typeof anOfferDocument>[0];

/** An offer at its first step, with its document frozen and its assets accepted. */
export async function aFrozenOffer(
  options: OfferOptions = {},
  packages: Record<string, Uint8Array> = {},
) {
  const hasTestDrive = options.testDrive ?? false;
  const offer = await aPublishingOffer("validate-prerequisites", { hasTestDrive });
  await offer.ports.documents.freeze(key, 1, anOfferDocument(options));
  await acceptAssets(offer, packages);
  offer.calls.clear();
  return offer;
}

export const findingsOf = async (
  offer: PublishingOffer,
  step: Parameters<PublishingOffer["step"]>[0],
) => (await offer.step(step)).findings;
