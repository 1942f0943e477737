import { TableClient } from "@azure/data-tables";
import type { Lead, TableLeadConfiguration } from "../../shared/leads/lead.ts";
import type { LeadDestination } from "../../shared/ports.ts";
import { storageStatus } from "./storage/storage-error.ts";

type Answer = Awaited<ReturnType<LeadDestination["send"]>>;

/** The publisher's own table; each lead is one row, so that sending it twice is one row. */
export class TableLeadDestination implements LeadDestination {
  readonly #allowsEmulator: boolean;

  /** An emulator listens inside our own network: only an app that itself runs on one may call it. */
  constructor(options: { allowsEmulator: boolean }) {
    this.#allowsEmulator = options.allowsEmulator;
  }

  async send(configuration: TableLeadConfiguration, lead: Lead): Promise<Answer> {
    const table = clientOf(configuration);
    if (!table || !this.#mayCall(new URL(table.url))) return { ok: false, reason: unreadable };
    try {
      await table.createTable();
      await table.upsertEntity(entityOf(lead), "Replace");
      return { ok: true };
    } catch (error) {
      return refusalOf(error);
    }
  }

  #mayCall(url: URL): boolean {
    if (url.protocol === "https:") return azureTables.test(url.hostname);
    return this.#allowsEmulator && url.hostname === "127.0.0.1";
  }
}

/** A publisher chooses this address; no other host than Azure's table endpoints is ever called. */
const azureTables =
  /\.table\.(core\.windows\.net|core\.usgovcloudapi\.net|core\.chinacloudapi\.cn)$/i;

const unreadable =
  "The connection string is not one of an Azure storage account: it needs AccountName, AccountKey " +
  "and an endpoint suffix or TableEndpoint. Copy it again from the account's Access keys page.";

function clientOf({
  connectionString,
  tableName,
}: TableLeadConfiguration): TableClient | undefined {
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

/** What storage refuses is the publisher's to mend; no answer, or "later", is an outage and thrown. */
function refusalOf(error: unknown): Answer {
  const status = storageStatus(error) ?? 0;
  if (status < 400 || status >= 500 || status === 408 || status === 429) throw error;
  const reason =
    status === 401 || status === 403
      ? "The storage account refused the key. Copy the connection string again from its Access keys page, and see that its firewall lets us in."
      : `The storage account refused the lead with status ${String(status)}. See that the table name is free and that the account has tables.`;
  return { ok: false, reason };
}
