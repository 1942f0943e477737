import type {
  CatalogueEntry,
  CataloguePlan,
  CatalogueRow,
} from "../../../shared/catalogue/catalogue-entry.ts";
import { visiblePlans } from "../../../shared/catalogue/visible-plans.ts";
import { access } from "../../../shared/identity/access.ts";
import { anonymous } from "../../../shared/identity/principal.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { ok } from "../answers.ts";
import { type Call, endpoint, isRefusal, offerEndpoint } from "../endpoint.ts";
import { printable } from "../request/malformed.ts";
import { pageOf } from "../request/page.ts";
import { missingNotices } from "../missing.ts";
import { noCache } from "../problem.ts";
import { entryView } from "./entry-view.ts";

const reading = { dialect: "own", access: access.anyone } as const;
const linkMinutes = 60;

/** Private plans are shown to whoever is signed in and names a subscription of their audience. */
const subscriptionOf = ({ caller, request }: Pick<Call, "caller" | "request">) =>
  caller === anonymous ? undefined : (request.query.get("subscription") ?? undefined);

interface LiveEntry {
  readonly entry: CatalogueEntry;
  readonly plans: readonly CataloguePlan[];
  readonly liveSince: string;
}

/** Live offers, a page at a time: `next` is the `page` of the following request. */
export const listCatalogue = endpoint(reading, ({ ports }) => async (call) => {
  const page = pageOf(call.request);
  if (isRefusal(page)) return page;
  const { rows, next } = await ports.catalogue.listLive(page.token);
  const entries = await Promise.all(rows.map((row) => entryOf(ports, row, subscriptionOf(call))));
  const offers = entries.flatMap((found) => (found ? [summaryOf(found)] : []));
  return ok({ offers, ...(next && { next }) });
});

const summaryOf = ({ entry, plans, liveSince }: LiveEntry) => {
  const { publisherId, offerId, submission, title, displayText, summary } = entry;
  return {
    publisherId,
    offerId,
    submission,
    title,
    displayText,
    summary,
    plans: plans.map(({ planId, title: name, version }) => ({ planId, title: name, version })),
    liveSince,
  };
};

/** One live offer. */
export const readCatalogueEntry = offerEndpoint(reading, ({ ports }) => async (call) => {
  const found = await liveEntry(ports, call.key, subscriptionOf(call));
  if (!found) return notLive(call.key);
  return ok({ ...entryView(found.entry, found.plans), liveSince: found.liveSince });
});

/** Sends the customer to the plan's package, from which it is deployed. */
export const readPlanPackage = offerEndpoint(reading, ({ ports }) => async (call) => {
  const found = await liveEntry(ports, call.key, subscriptionOf(call));
  if (!found) return notLive(call.key);
  const planId = call.request.params["planId"] ?? "";
  const plan = found.plans.find((candidate) => candidate.planId === planId);
  if (!plan) return missingNotices.plan(printable(planId));
  const expiresAt = new Date(ports.clock.now().getTime() + linkMinutes * 60_000);
  const location = await ports.packages.link(plan.package.sha256, expiresAt);
  return { status: 302, headers: { ...noCache, Location: location } };
});

async function liveEntry(
  ports: Ports,
  key: OfferKey,
  subscription: string | undefined,
): Promise<LiveEntry | undefined> {
  const row = await ports.catalogue.readRow(key);
  return row && entryOf(ports, row.value, subscription);
}

/** Undefined, too, when all its plans are private to others: then there is nothing to see. */
async function entryOf(
  ports: Ports,
  row: CatalogueRow,
  subscription: string | undefined,
): Promise<LiveEntry | undefined> {
  const { live } = row;
  const entry = live && (await ports.catalogue.readEntry(row, live.submission));
  if (!entry) return undefined;
  const plans = visiblePlans(entry, subscription);
  return plans.length === 0 ? undefined : { entry, plans, liveSince: live.since };
}

const notLive = (key: OfferKey): Refusal => ({
  ...missingNotices.offer(key),
  message: `The catalogue has no live offer ${key.offerId} of publisher ${key.publisherId}. GET /api/catalogue lists those it has.`,
});
