import type { Lead } from "../../../shared/leads/lead.ts";
import type { SettingsOf } from "../../../shared/ports/outside.ts";
import type { GuardedFetch } from "../outbound/guarded-fetch.ts";
import { deliver, jsonOf, type LeadAnswer } from "./lead-answer.ts";

/** Posts the lead as JSON, in the schema that flows triggered by the Cloud Partner Portal expect. */
export const sendToHttpsEndpoint =
  (fetch: GuardedFetch) =>
  ({ httpsEndpointUri }: SettingsOf<"https-endpoint">, { payload }: Lead): Promise<LeadAnswer> =>
    deliver(fetch, httpsEndpointUri, { method: "POST", ...jsonOf(payload) });
