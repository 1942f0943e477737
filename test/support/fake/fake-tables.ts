import type { CatalogueEntry, CatalogueRow } from "../../../shared/catalogue/catalogue-entry.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Catalogue } from "../../../shared/ports/files.ts";
import type { ProgressStore } from "../../../shared/ports/offers.ts";
import type { ReviewStore, UnappliedCallback } from "../../../shared/ports/reviews.ts";
import type { Versioned } from "../../../shared/ports/values.ts";
import { isUnderWay } from "../../../shared/publishing/progress/change-step.ts";
import { historyBetween } from "../../../shared/publishing/history/history-between.ts";
import { type HistoryEntry, pipeline } from "../../../shared/publishing/history/history-entry.ts";
import type { Operation, Progress } from "../../../shared/publishing/progress/progress.ts";
import type { ReviewMessage, ReviewRequest } from "../../../shared/review/review.ts";

const nameOf = (key: OfferKey) => `${key.publisherId}/${key.offerId}`;

/** Refuses what a table would refuse: a property of more than 64 KiB. */
function checkSize(value: unknown): void {
  if (JSON.stringify(value).length > 60 * 1024) throw new Error("too large for a table property");
}

export function fakeProgress(): ProgressStore {
  const rows = new Map<string, Versioned<Progress>>();
  const operations = new Map<string, Map<string, Operation>>();
  const history = new Map<string, Progress>();
  const entries = new Map<string, HistoryEntry[]>();
  const ended: Progress[] = [];
  let etags = 0;
  return {
    read: async (key) => structuredClone(rows.get(nameOf(key))),
    recentTimes: async (process) =>
      structuredClone(ended.filter(({ offer }) => offer.process === process)).flatMap(({ steps }) =>
        steps
          .filter(({ status }) => status === "complete")
          .map(({ step, startedAt, endedAt, waits }) => ({ step, startedAt, endedAt, waits })),
      ),
    history: async (key) => ({ entries: structuredClone(entries.get(nameOf(key)) ?? []) }),
    write: async (before, after, cause = { by: pipeline }) => {
      const name = nameOf(after.offer);
      if (rows.get(name)?.etag !== before?.etag) return undefined;
      for (const step of after.steps) checkSize(step);
      const row = { value: structuredClone(after), etag: `"progress-${++etags}"` };
      if (before && isUnderWay(before.value) && !isUnderWay(after)) ended.unshift(row.value);
      rows.set(name, row);
      const happened = historyBetween(before?.value, after, cause).toReversed();
      entries.set(name, [...happened, ...(entries.get(name) ?? [])]);
      history.set(`${name}/${after.offer.submission}`, row.value);
      const all = operations.get(name) ?? new Map<string, Operation>();
      for (const operation of after.operations) all.set(operation.id, operation);
      operations.set(name, all);
      return structuredClone(row);
    },
    readSubmission: async (key, number) => {
      const then = history.get(`${nameOf(key)}/${number}`);
      const now = rows.get(nameOf(key))?.value.offer;
      if (!then || !now) return undefined;
      const { submission, process, hasTestDrive } = then.offer;
      return structuredClone({ ...then, offer: { ...now, submission, process, hasTestDrive } });
    },
    list: async (publisherId) => ({
      offers: [...rows.values()]
        .map(({ value }) => value.offer)
        .filter((offer) => offer.publisherId === publisherId),
    }),
    operations: async (key) =>
      [...(operations.get(nameOf(key))?.values() ?? [])].sort((a, b) =>
        b.createdAt.localeCompare(a.createdAt),
      ),
  };
}

export function fakeCatalogue(): Catalogue {
  const rows = new Map<string, Versioned<CatalogueRow>>();
  const entries = new Map<string, CatalogueEntry>();
  let etags = 0;
  return {
    readRow: async (key) => structuredClone(rows.get(nameOf(key))),
    writeRow: async (key, row, etag) => {
      if (rows.get(nameOf(key))?.etag !== etag) return false;
      rows.set(nameOf(key), { value: structuredClone(row), etag: `"row-${++etags}"` });
      return true;
    },
    listLive: async () => ({
      rows: [...rows.values()].map(({ value }) => value).filter(({ live }) => live !== undefined),
    }),
    writeEntry: async (entry) =>
      void entries.set(`${nameOf(entry)}/${entry.submission}`, structuredClone(entry)),
    readEntry: async (key, submission) =>
      structuredClone(entries.get(`${nameOf(key)}/${submission}`)),
  };
}

interface FakeReviews extends ReviewStore {
  readonly unappliedCallbacks: UnappliedCallback[];
  readonly wakeUps: { id: string }[];
}

export function fakeReviews(): FakeReviews {
  const requests = new Map<string, Map<number, ReviewRequest>>();
  const messages = new Map<string, Map<string, ReviewMessage>>();
  const unappliedCallbacks: UnappliedCallback[] = [];
  const wakeUps: FakeReviews["wakeUps"] = [];
  return {
    unappliedCallbacks,
    wakeUps,
    open: async (request) => {
      const rounds = requests.get(request.reviewId) ?? new Map<number, ReviewRequest>();
      if (!rounds.has(request.round)) rounds.set(request.round, structuredClone(request));
      requests.set(request.reviewId, rounds);
    },
    read: async (reviewId) => {
      const rounds = requests.get(reviewId);
      if (!rounds) return undefined;
      return structuredClone({
        requests: [...rounds.values()],
        messages: [...(messages.get(reviewId)?.values() ?? [])],
      });
    },
    record: async (reviewId, message) => {
      const known = messages.get(reviewId) ?? new Map<string, ReviewMessage>();
      messages.set(reviewId, known);
      if (known.has(message.id)) return false;
      known.set(message.id, structuredClone(message));
      return true;
    },
    recordWakeUp: async (wakeUp) => void wakeUps.push(structuredClone(wakeUp)),
    recordUnapplied: async (callback) => {
      const known = unappliedCallbacks.findIndex(({ id }) => id === callback.id);
      unappliedCallbacks.splice(known < 0 ? unappliedCallbacks.length : known, 1, callback);
    },
    unapplied: async () => unappliedCallbacks.toReversed(),
  };
}
