import { BlobServiceClient, type ContainerClient } from "@azure/storage-blob";
import { TableClient } from "@azure/data-tables";
import { azurePorts } from "../../../functions/adapters/azure-ports.ts";
import { readConfig } from "../../../functions/config.ts";
import type { Shell } from "../../../functions/shell.ts";
import { startLocalApp } from "../../../infra/local/local-app.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import { newOffer, openSubmission } from "../../../shared/publishing/progress/submissions.ts";
import { submissionIdOf } from "../../../shared/publishing/submission.ts";
import { anOfferDocument } from "../../support/an-offer-document.ts";

const at = "2026-11-20T09:00:00.000Z";

/** The offers that are measured; they have been published, those around them are drafts. */
const lookedAt = 10;
export const keyOf = (n: number): OfferKey => ({
  publisherId: "contoso",
  offerId: `offer-${String(n % lookedAt)}`,
});

/** A running local app, the same app's parts in this process, and its storage without either. */
export interface Bed {
  readonly url: string;
  readonly token: string;
  readonly shell: Shell;
  readonly offers: TableClient;
  readonly documents: ContainerClient;
  /** Goes on filling until there are so many offers. */
  fill(count: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startBed(): Promise<Bed> {
  const app = await startLocalApp({
    folder: undefined,
    port: 0,
    process: "2018-01",
    log: (level, category, message) => {
      if (level === "error") console.error(category, message);
    },
  });
  // The settings that the app in this process was just started with.
  const settings = readConfig();
  const shell: Shell = {
    ports: azurePorts(settings),
    settings,
    workflowsOf: () => {
      throw new Error("no work is ordered here");
    },
  };
  const storage = app.accountString("offerpress");
  let filled = 0;
  return {
    url: app.url,
    token: await app.tokens.of("contoso-owner"),
    shell,
    offers: TableClient.fromConnectionString(storage, "offers", { allowInsecureConnection: true }),
    documents: BlobServiceClient.fromConnectionString(storage).getContainerClient("offers"),
    async fill(count) {
      const worker = async (): Promise<void> => {
        while (filled < count) await create(shell, filled++);
      };
      await Promise.all(Array.from({ length: 16 }, worker));
    },
    stop: () => app.stop(),
  };
}

async function create({ ports }: Shell, n: number): Promise<void> {
  const key = { publisherId: "contoso", offerId: `offer-${String(n)}` };
  const document = { ...anOfferDocument({ testDrive: true }), id: key.offerId };
  const description = {
    displayText: "Contoso Mail",
    offerTypeId: "microsoft-azure-applications",
    process: "2018-01" as const,
  };
  const draft = newOffer(key, description, at);
  const submission = {
    ...key,
    submissionId: submissionIdOf(key, 1),
    number: 1,
    process: description.process,
    hasTestDrive: true,
  };
  const operationId = "00000000-0000-4000-8000-000000000001";
  const published = () =>
    openSubmission(draft, { submission, operationId, notificationEmails: "" }, at);
  await ports.documents.writeDraft(key, document, "none");
  await ports.progress.write(undefined, n < lookedAt ? published() : draft);
}
