import { ContainerClient } from "@azure/storage-blob";
import type { Lead } from "../../../shared/leads/lead.ts";
import type { SettingsOf } from "../../../shared/ports/outside.ts";
import type { LeadAnswer } from "./lead-answer.ts";
import { type CheckStorage, unreadable } from "./storage-check.ts";
import { refusalOf } from "./storage-refusal.ts";

type Configuration = SettingsOf<"azure-blob">;

/** The publisher's own container; each lead is one blob, so that sending it twice is one blob. */
export const sendToBlobs =
  (check: CheckStorage) =>
  async (configuration: Configuration, lead: Lead): Promise<LeadAnswer> => {
    const container = clientOf(configuration);
    if (!container) return unreadable;
    const forbidden = await check(container.url);
    if (forbidden) return forbidden;
    const body = JSON.stringify({ ...lead.payload, CreatedTime: lead.createdAt });
    try {
      await container.createIfNotExists();
      const blob = container.getBlockBlobClient(
        `${lead.createdAt.slice(0, 10)}/${lead.leadId}.json`,
      );
      await blob.upload(body, Buffer.byteLength(body), {
        blobHTTPHeaders: { blobContentType: "application/json" },
      });
      return { ok: true };
    } catch (error) {
      return refusalOf(error);
    }
  };

function clientOf({ connectionString, containerName }: Configuration): ContainerClient | undefined {
  try {
    return new ContainerClient(connectionString, containerName, { retryOptions: { maxTries: 2 } });
  } catch {
    return undefined;
  }
}
