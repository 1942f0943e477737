import type { CatalogueEntry } from "../../../shared/catalogue/catalogue-entry.ts";
import { access } from "../../../shared/identity/access.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { ok } from "../answers.ts";
import { offerEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { entryView, planView } from "./entry-view.ts";

const previewing = { dialect: "own", access: access.signedIn } as const;
const linkMinutes = 60;

/** The offer in preview, with links to its packages, for the subscriptions that its publisher listed. */
export const readPreview = offerEndpoint(previewing, ({ ports }) => async ({ request, key }) => {
  const subscription = request.query.get("subscription")?.toLowerCase();
  if (!subscription) return subscriptionMissing;
  const row = await ports.catalogue.readRow(key);
  const number = row?.value.preview?.submission;
  const entry = number === undefined ? undefined : await ports.catalogue.readEntry(key, number);
  if (!entry) return nothingInPreview(key);
  const isListed = entry.previewSubscriptions.some((one) => one.toLowerCase() === subscription);
  return isListed ? ok(await withLinks(ports, entry)) : notListed;
});

async function withLinks(ports: Ports, entry: CatalogueEntry) {
  const expiresAt = new Date(ports.clock.now().getTime() + linkMinutes * 60_000);
  const plans = entry.plans.map(async (plan) => ({
    ...planView(plan),
    packageUrl: await ports.packages.link(plan.package.sha256, expiresAt),
  }));
  return { ...entryView(entry, []), plans: await Promise.all(plans) };
}

const nothingInPreview = (key: OfferKey): Refusal => ({
  ...missingNotices.slot("preview", "nothing of it waits for the publisher's sign-off."),
  target: key.offerId,
});

const subscriptionMissing: Refusal = {
  kind: "invalid",
  code: "InvalidRequest",
  message: "A preview is shown to Azure subscriptions. Add subscription={id} to the query.",
  target: "subscription",
};
const notListed: Refusal = {
  kind: "not-authorised",
  code: "PreviewNotAllowed",
  message:
    "This subscription is not among the offer's preview subscriptions. Ask its publisher to add it and to publish again.",
  target: "subscription",
};
