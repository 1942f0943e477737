import { StorageAccount } from "../../functions/adapters/storage/storage-account.ts";
import { TableProgressStore } from "../../functions/adapters/progress/table-progress-store.ts";
import { calendarOf } from "../../shared/publishing/calendar/holiday-calendar.ts";
import type { OfferKey } from "../../shared/offers/offer-key.ts";
import { beginStep } from "../../shared/publishing/progress/steps.ts";
import { newOffer, openSubmission } from "../../shared/publishing/progress/submissions.ts";
import { submissionIdOf } from "../../shared/publishing/submission.ts";
import { startAzurite } from "../support/azurite.ts";
import { quantile, timed, type Figure } from "./figure.ts";

const at = "2026-11-20T09:00:00.000Z";
const keyOf = (n: number): OfferKey => ({ publisherId: "contoso", offerId: `offer-${String(n)}` });
const samples = 200;

async function fill(store: TableProgressStore, from: number, to: number): Promise<void> {
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < to) await store.write(undefined, published(keyOf(next++)));
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

function published(key: OfferKey) {
  const draft = newOffer(
    key,
    { displayText: key.offerId, offerTypeId: "microsoft-azure-applications", process: "2018-01" },
    at,
  );
  return openSubmission(
    draft,
    {
      submission: {
        ...key,
        submissionId: submissionIdOf(key, 1),
        number: 1,
        process: "2018-01",
        hasTestDrive: true,
      },
      operationId: "00000000-0000-4000-8000-000000000001",
      notificationEmails: "",
    },
    at,
  );
}

/** One step is what every activity does around its work: read, begin, end. */
async function step(store: TableProgressStore, key: OfferKey): Promise<void> {
  const before = await store.read(key);
  if (before === undefined) throw new Error(`no offer ${key.offerId}`);
  const begun = await store.write(
    before,
    beginStep(before.value, "certification", calendarOf("US"), at),
  );
  await store.write(begun, before.value);
}

async function medians(store: TableProgressStore): Promise<{ read: number; step: number }> {
  const reads: number[] = [];
  const steps: number[] = [];
  for (let n = 0; n < samples; n++) {
    const key = keyOf(n % 10);
    reads.push(await timed(() => store.read(key)));
    steps.push(await timed(() => step(store, key)));
  }
  return { read: quantile(reads, 0.5), step: quantile(steps, 0.5) };
}

/** How one step and one status read grow with the number of offers. */
export async function* bench(): AsyncIterable<Figure> {
  const azurite = await startAzurite(["blob", "table"]);
  try {
    const store = new TableProgressStore(
      new StorageAccount({ connectionString: azurite.connectionString }),
    );
    await fill(store, 0, 10);
    await medians(store);
    const few = await medians(store);
    await fill(store, 10, 10_000);
    const many = await medians(store);
    yield { name: "status read, 10 offers, p50", value: few.read, unit: "ms" };
    yield {
      name: "status read, 10,000 offers, p50",
      value: many.read,
      unit: "ms",
      ratio: many.read / few.read,
      to: "10 offers",
    };
    yield { name: "one step's storage, 10 offers, p50", value: few.step, unit: "ms" };
    yield {
      name: "one step's storage, 10,000 offers, p50",
      value: many.step,
      unit: "ms",
      ratio: many.step / few.step,
      to: "10 offers",
    };
  } finally {
    await azurite.stop();
  }
}
