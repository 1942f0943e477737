import { storageStatus } from "../storage/storage-error.ts";
import { type LeadAnswer, refused } from "./lead-answer.ts";

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
