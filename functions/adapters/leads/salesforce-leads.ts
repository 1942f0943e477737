import type { Lead } from "../../../shared/leads/lead.ts";
import type { SettingsOf } from "../../../shared/ports/outside.ts";
import type { GuardedFetch } from "../outbound/guarded-fetch.ts";
import { deliver, formOf, type LeadAnswer } from "./lead-answer.ts";

export const webToLead = "https://webto.salesforce.com/servlet/servlet.WebToLead?encoding=UTF-8";

/** Fills in the organisation's web-to-lead form. Salesforce answers 200 even when it drops the lead. */
export const sendToSalesforce =
  (fetch: GuardedFetch, address: string) =>
  ({ objectIdentifier }: SettingsOf<"salesforce">, { payload }: Lead): Promise<LeadAnswer> => {
    const { UserDetails: person, LeadSource, OfferTitle } = payload;
    const form = formOf({
      oid: objectIdentifier,
      encoding: "UTF-8",
      first_name: person.FirstName,
      last_name: person.LastName,
      email: person.Email,
      company: person.Company,
      country: person.Country,
      phone: person.Phone,
      title: person.Title,
      lead_source: LeadSource,
      description: OfferTitle,
    });
    return deliver(fetch, address, { method: "POST", ...form });
  };
