import { createHash } from "node:crypto";
import type { HttpRequest, HttpResponseInit } from "@azure/functions";
import type { Principal } from "../../shared/identity/principal.ts";
import type { Ports } from "../../shared/ports.ts";
import type { KeptAnswer, KeyedRequest } from "../../shared/ports/callers.ts";
import type { Refusal } from "../../shared/publishing/refusal.ts";
import { problem } from "./problem.ts";

const header = "idempotency-key";
/** A host that died answers nothing any more; after this its request may be done again. */
const longestRunMs = 5 * 60_000;
export const keyHours = 24;
const mostKept = 200_000;

type Answered = HttpResponseInit | Refusal;

/**
 * Answers a POST that carries an idempotency key, or only repeats what was answered to the same
 * request before. A failure of ours is not kept: the request may be sent again.
 */
export async function once(
  { idempotency, clock }: Ports,
  request: HttpRequest,
  caller: Principal,
  answer: () => Promise<Answered>,
): Promise<Answered> {
  const key = request.headers.get(header);
  if (request.method !== "POST" || key === null) return answer();
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return malformedKey;
  const now = clock.now();
  const keyed: KeyedRequest = {
    caller: caller.objectId,
    key,
    fingerprint: await fingerprintOf(request),
    at: now.toISOString(),
  };
  const holder = await idempotency.claim(keyed);
  if (holder && isValid(holder, now)) {
    if (holder.fingerprint !== keyed.fingerprint) return reusedKey;
    return holder.answer ? repeated(holder.answer) : stillRunning;
  }
  return finish(idempotency, keyed, answer);
}

async function finish(
  idempotency: Ports["idempotency"],
  keyed: KeyedRequest,
  answer: () => Promise<Answered>,
): Promise<Answered> {
  try {
    const answered = await answer();
    const response = "kind" in answered ? problem(answered) : answered;
    const answerKept = kept(response);
    // Only dry runs answer at such length, and those can be done twice.
    if (JSON.stringify(answerKept).length > mostKept) await idempotency.release(keyed);
    else await idempotency.keep(keyed, answerKept);
    return response;
  } catch (error) {
    await idempotency.release(keyed);
    throw error;
  }
}

/** An answer is kept for a day, and a request without one only while it may still be at work. */
function isValid({ at, answer }: KeyedRequest, now: Date): boolean {
  const age = now.getTime() - Date.parse(at);
  return age < (answer ? keyHours * 3_600_000 : longestRunMs);
}

async function fingerprintOf(request: HttpRequest): Promise<string> {
  const { pathname, search } = new URL(request.url);
  const body = await request.clone().text();
  return createHash("sha256").update(`${pathname}${search}\n${body}`).digest("hex");
}

const kept = ({ status, headers, jsonBody }: HttpResponseInit): KeptAnswer => ({
  status: status ?? 200,
  headers: headers as Record<string, string>,
  body: jsonBody as unknown,
});

const repeated = ({ status, headers, body }: KeptAnswer): HttpResponseInit => ({
  status,
  headers: { ...headers, "Idempotency-Replayed": "true" },
  jsonBody: body,
});

const malformedKey: Refusal = {
  kind: "invalid",
  code: "InvalidRequest",
  message:
    "The Idempotency-Key must have 1 to 255 visible ASCII characters, such as a GUID made for this request.",
  target: "Idempotency-Key",
};
const reusedKey: Refusal = {
  kind: "unprocessable",
  code: "IdempotencyKeyReused",
  message:
    "This Idempotency-Key came with another request before. Make a new key for every new request.",
  target: "Idempotency-Key",
};
const stillRunning: Refusal = {
  kind: "conflict",
  code: "RequestInProgress",
  message:
    "The request of this Idempotency-Key is still at work. Send it again in a moment to get its answer.",
  target: "Idempotency-Key",
};
