import type { CatalogueEntry, CatalogueRow } from "../../../shared/catalogue/catalogue-entry.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { ok } from "../answers.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { noCache } from "../problem.ts";
import { offerKeyOf } from "../route-values.ts";
import { entryView } from "./entry-view.ts";

const linkMinutes = 60;

interface LiveEntry {
  readonly entry: CatalogueEntry;
  readonly live: { readonly since: string };
}

/** Live offers, a page at a time: `next` is the `page` of the following request. */
export const listCatalogue = endpoint("own", ({ ports }) => async (request) => {
  const page = request.query.get("page") ?? undefined;
  if (page !== undefined && !/^[\w+/=-]{1,1000}$/.test(page)) return malformedPage;
  const { rows, next } = await ports.catalogue.listLive(page);
  const entries = await Promise.all(rows.map((row) => entryOf(ports, row)));
  const offers = entries.flatMap((found) => (found ? [summaryOf(found)] : []));
  return ok({ offers, ...(next && { next }) });
});

const summaryOf = ({ entry, live }: LiveEntry) => {
  const { publisherId, offerId, submission, title, displayText, summary, plans } = entry;
  return {
    publisherId,
    offerId,
    submission,
    title,
    displayText,
    summary,
    plans: plans.map(({ planId, title: name, version }) => ({ planId, title: name, version })),
    liveSince: live.since,
  };
};

/** One live offer. */
export const readCatalogueEntry = endpoint("own", ({ ports }) => async (request) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const found = await liveEntry(ports, key);
  return found ? ok(entryView(found.entry, found.live)) : notLive(key);
});

/** Sends the customer to the plan's package, from which it is deployed. */
export const readPlanPackage = endpoint("own", ({ ports }) => async (request) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const found = await liveEntry(ports, key);
  if (!found) return notLive(key);
  const planId = request.params["planId"] ?? "";
  const plan = found.entry.plans.find((candidate) => candidate.planId === planId);
  if (!plan) return missingNotices.plan(planId.replace(/[^\w-]/g, "?").slice(0, 60));
  const expiresAt = new Date(ports.clock.now().getTime() + linkMinutes * 60_000);
  const location = await ports.packages.link(plan.package.sha256, expiresAt);
  return { status: 302, headers: { ...noCache, Location: location } };
});

async function liveEntry(ports: Ports, key: OfferKey): Promise<LiveEntry | undefined> {
  const row = await ports.catalogue.readRow(key);
  return row && entryOf(ports, row.value);
}

async function entryOf(ports: Ports, row: CatalogueRow): Promise<LiveEntry | undefined> {
  const { live } = row;
  const entry = live && (await ports.catalogue.readEntry(row, live.submission));
  return live && entry && { entry, live };
}

const notLive = (key: OfferKey): Refusal => ({
  ...missingNotices.offer(key),
  message: `The catalogue has no live offer ${key.offerId} of publisher ${key.publisherId}. GET /api/catalogue lists those it has.`,
});

const malformedPage: Refusal = {
  kind: "invalid",
  code: "InvalidRequest",
  message:
    "The page must be the text that the page before gave as next. Leave it out to begin anew.",
  target: "page",
};
