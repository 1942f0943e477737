import { createHash } from "node:crypto";
import { z } from "zod";
import type { Lead } from "../../../shared/leads/lead.ts";
import type { SettingsOf } from "../../../shared/ports/outside.ts";
import { fetchText } from "../outbound/fetch-text.ts";
import type { GuardedFetch } from "../outbound/guarded-fetch.ts";
import { deliver, formOf, jsonOf, type LeadAnswer } from "./lead-answer.ts";

export const entraLogin = "https://login.microsoftonline.com";

type Crm = SettingsOf<"dynamics-crm">;

/** Writes a lead record through the Dynamics Web API, signed in as the publisher's app. */
export const sendToCrm =
  (fetch: GuardedFetch, login: string) =>
  async (crm: Crm, lead: Lead): Promise<LeadAnswer> => {
    const token = await tokenFor(fetch, login, crm);
    if (!token.ok) return token;
    // Written under an id that follows from the lead, so that sending it twice is one record.
    const url = new URL(`/api/data/v9.2/leads(${recordIdOf(lead)})`, crm.url).href;
    const { headers, body } = jsonOf(recordOf(lead));
    const authorization = `Bearer ${token.value}`;
    return deliver(fetch, url, { method: "PATCH", headers: { ...headers, authorization }, body });
  };

type Token = { readonly ok: true; readonly value: string } | Extract<LeadAnswer, { ok: false }>;

async function tokenFor(fetch: GuardedFetch, login: string, crm: Crm): Promise<Token> {
  const organisation = new URL(crm.url).origin;
  const form = formOf({
    grant_type: "client_credentials",
    client_id: crm.applicationId,
    client_secret: crm.applicationKey,
    scope: `${organisation}/.default`,
  });
  const url = `${login}/${encodeURIComponent(crm.directoryId ?? "")}/oauth2/v2.0/token`;
  const answer = await fetchText(fetch, url, { method: "POST", ...form });
  if (!answer.ok) return { ok: false, reason: `Signing in failed. ${answer.reason}` };
  const parsed = TokenAnswer.safeParse(jsonIn(answer.text));
  if (answer.status === 200 && parsed.success) return { ok: true, value: parsed.data.access_token };
  const said = `The directory refused the app with status ${String(answer.status)}.`;
  return { ok: false, reason: `${said} See that its ID, key and directory are right.` };
}

const TokenAnswer = z.object({ access_token: z.string().min(1) });

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A GUID of version 8 made of the lead's id. */
function recordIdOf({ leadId }: Lead): string {
  const bytes = createHash("sha256").update(leadId).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

const recordOf = ({ payload }: Lead) => {
  const { UserDetails: person, OfferTitle, LeadSource } = payload;
  return {
    subject: OfferTitle ?? LeadSource,
    description: LeadSource,
    firstname: person.FirstName,
    lastname: person.LastName,
    emailaddress1: person.Email,
    companyname: person.Company,
    telephone1: person.Phone,
    jobtitle: person.Title,
    address1_country: person.Country,
  };
};
