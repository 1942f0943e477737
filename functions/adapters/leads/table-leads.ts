import { TableClient } from "@azure/data-tables";
import type { Lead } from "../../../shared/leads/lead.ts";
import type { SettingsOf } from "../../../shared/ports/outside.ts";
import type { LeadAnswer } from "./lead-answer.ts";
import { type CheckStorage, unreadable } from "./storage-check.ts";
import { refusalOf } from "./storage-refusal.ts";

type Configuration = SettingsOf<"azure-table">;

/** The publisher's own table; each lead is one row, so that sending it twice is one row. */
export const sendToTable =
  (check: CheckStorage) =>
  async (configuration: Configuration, lead: Lead): Promise<LeadAnswer> => {
    const table = clientOf(configuration);
    if (!table) return unreadable;
    const forbidden = await check(table.url);
    if (forbidden) return forbidden;
    try {
      await table.createTable();
      await table.upsertEntity(entityOf(lead), "Replace");
      return { ok: true };
    } catch (error) {
      return refusalOf(error);
    }
  };

function clientOf({
  connectionString,
  tableName = "MarketplaceLeads",
}: Configuration): TableClient | undefined {
  try {
    return TableClient.fromConnectionString(connectionString, tableName, {
      allowInsecureConnection: /TableEndpoint=http:/i.test(connectionString),
      retryOptions: { maxRetries: 1 },
    });
  } catch {
    return undefined;
  }
}

function entityOf(lead: Lead): { partitionKey: string; rowKey: string } & Record<string, string> {
  const { UserDetails, ...payload } = lead.payload;
  const texts = Object.entries({ ...payload, ...UserDetails, CreatedTime: lead.createdAt }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(texts),
    partitionKey: lead.createdAt.slice(0, 10),
    rowKey: lead.leadId,
  };
}
