import type { Lead } from "../../../shared/leads/lead.ts";
import type { SettingsOf } from "../../../shared/ports/outside.ts";
import type { GuardedFetch } from "../outbound/guarded-fetch.ts";
import { deliver, formOf, type LeadAnswer } from "./lead-answer.ts";

/** Where forms of a Marketo server are sent. */
export const marketoForm = (serverId: string): string =>
  `https://app-${serverId.toLowerCase()}.marketo.com/index.php/leadCapture/save2`;

/** Fills in a form of the publisher's Marketo account. */
export const sendToMarketo =
  (fetch: GuardedFetch, formAddress: (serverId: string) => string) =>
  (
    { serverId, munchkinId, formId }: SettingsOf<"marketo">,
    { payload }: Lead,
  ): Promise<LeadAnswer> => {
    const { UserDetails: person, LeadSource } = payload;
    const form = formOf({
      formid: formId,
      munchkinId,
      FirstName: person.FirstName,
      LastName: person.LastName,
      Email: person.Email,
      Company: person.Company,
      Country: person.Country,
      Phone: person.Phone,
      Title: person.Title,
      LeadSource,
    });
    return deliver(fetch, formAddress(serverId), { method: "POST", ...form });
  };
