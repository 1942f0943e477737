import type { LeadAnswer } from "./lead-answer.ts";
import { refused } from "./lead-answer.ts";
import { storageStatus } from "../storage/storage-error.ts";

/** An emulator listens inside our own network: only an app that itself runs on one may call it. */
export interface StorageLeadOptions {
  readonly allowsEmulator: boolean;
}

/** A publisher chooses this address; no other host than Azure's own endpoints is ever called. */
const azureHost =
  /\.(?:table|blob)\.(core\.windows\.net|core\.usgovcloudapi\.net|core\.chinacloudapi\.cn)$/i;

export function mayCall(address: string, { allowsEmulator }: StorageLeadOptions): boolean {
  const url = new URL(address);
  if (url.protocol === "https:") return azureHost.test(url.hostname);
  return allowsEmulator && url.hostname === "127.0.0.1";
}

export const unreadable = refused(
  "The connection string is not one of an Azure storage account: it needs AccountName, AccountKey " +
    "and an endpoint suffix or endpoint. Copy it again from the account's Access keys page.",
);

/** What storage refuses is the publisher's to mend; no answer, or "later", is an outage and thrown. */
export function refusalOf(error: unknown): LeadAnswer {
  const status = storageStatus(error) ?? 0;
  if (status < 400 || status >= 500 || status === 408 || status === 429) throw error;
  return refused(
    status === 401 || status === 403
      ? "The storage account refused the key. Copy the connection string again from its Access keys page, and see that its firewall lets us in."
      : `The storage account refused the lead with status ${String(status)}. See that the name is free and that the account has that service.`,
  );
}
