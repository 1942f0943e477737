import type { LeadDestinations } from "../../../shared/ports/outside.ts";
import type { GuardedFetch, OutboundRequest } from "../outbound/guarded-fetch.ts";

export type LeadAnswer = Awaited<ReturnType<LeadDestinations["send"]>>;

export const refused = (reason: string): LeadAnswer => ({ ok: false, reason });

/** Sends a lead over HTTP; only a status of 200 to 299 is a lead taken. */
export async function deliver(
  fetch: GuardedFetch,
  url: string,
  request: OutboundRequest,
): Promise<LeadAnswer> {
  const answer = await fetch(url, request);
  if (!answer.ok) return refused(answer.reason);
  await answer.discard();
  if (answer.status >= 200 && answer.status < 300) return { ok: true };
  return refused(`The host answered with status ${String(answer.status)}.`);
}

/** Fields of a form, as browsers send them. */
export const formOf = (
  fields: Readonly<Record<string, string | undefined>>,
): Pick<OutboundRequest, "headers" | "body"> => ({
  headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
  body: new URLSearchParams(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString(),
});

export const jsonOf = (value: unknown): Required<Pick<OutboundRequest, "headers" | "body">> => ({
  headers: { "content-type": "application/json; charset=utf-8" },
  body: JSON.stringify(value),
});
