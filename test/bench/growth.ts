import { TableClient } from "@azure/data-tables";
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
/** The offers that are published and read; the others are drafts around them. */
const lookedAt = 10;

async function fill(store: TableProgressStore, from: number, to: number): Promise<void> {
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < to) {
      const key = keyOf(next++);
      await store.write(undefined, next <= lookedAt ? published(key) : draft(key));
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

const draft = (key: OfferKey) =>
  newOffer(
    key,
    { displayText: key.offerId, offerTypeId: "microsoft-azure-applications", process: "2018-01" },
    at,
  );

function published(key: OfferKey) {
  return openSubmission(
    draft(key),
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

/** The same rows asked for without our code between: what the storage itself needs. */
async function bareRead(table: TableClient, key: OfferKey): Promise<void> {
  const filter = `PartitionKey eq '${key.publisherId}.${key.offerId}'`;
  const page = await table.listEntities({ queryOptions: { filter } }).byPage().next();
  if (page.done === true) throw new Error(`no offer ${key.offerId}`);
}

interface Medians {
  bare: number;
  read: number;
  step: number;
}

async function medians(store: TableProgressStore, table: TableClient): Promise<Medians> {
  const [bare, reads, steps]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < samples; n++) {
    const key = keyOf(n % lookedAt);
    bare.push(await timed(() => bareRead(table, key)));
    reads.push(await timed(() => store.read(key)));
    steps.push(await timed(() => step(store, key)));
  }
  return { bare: quantile(bare, 0.5), read: quantile(reads, 0.5), step: quantile(steps, 0.5) };
}

const names: Record<keyof Medians, string> = {
  bare: "bare query of one partition",
  read: "status read",
  step: "one step's storage",
};

/** How one step and one status read grow with the number of offers. */
export async function* bench(): AsyncIterable<Figure> {
  const { connectionString, stop } = await startAzurite(["blob", "table"]);
  try {
    const store = new TableProgressStore(new StorageAccount({ connectionString }));
    const table = TableClient.fromConnectionString(connectionString, "offers", {
      allowInsecureConnection: true,
    });
    await fill(store, 0, lookedAt);
    await medians(store, table);
    const few = await medians(store, table);
    await fill(store, lookedAt, 10_000);
    const many = await medians(store, table);
    for (const what of ["bare", "read", "step"] as const) {
      yield { name: `${names[what]}, 10 offers, p50`, value: few[what], unit: "ms" };
      yield {
        name: `${names[what]}, 10,000 offers, p50`,
        value: many[what],
        unit: "ms",
        ratio: many[what] / few[what],
        to: "10 offers",
      };
    }
  } finally {
    await stop();
  }
}
