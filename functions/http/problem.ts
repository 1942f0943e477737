import type { HttpResponseInit } from "@azure/functions";
import type { Refusal, RefusalKind } from "../../shared/publishing/refusal.ts";

const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  "not-authenticated": 401,
  "not-authorised": 403,
  "not-found": 404,
  conflict: 409,
  "precondition-failed": 412,
  "too-large": 413,
  unavailable: 503,
  unprocessable: 422,
  // CPP asks for 400, not 428, where If-Match is compulsory.
  "precondition-required": 400,
};

/** A refusal as clients see it. */
export function problem(refusal: Refusal): HttpResponseInit {
  const { kind, code, message, target, details } = refusal;
  const error = { code, message, ...(target && { target }), ...(details && { details }) };
  if (kind !== "not-authenticated") {
    return { status: statuses[kind], headers: noCache, jsonBody: { error } };
  }
  const headers = { ...noCache, "WWW-Authenticate": challenge(refusal) };
  // One widely used client looks for the text under this name when it is not let in.
  return { status: statuses[kind], headers, jsonBody: { error, Message: message } };
}

/** RFC 6750: a token that was sent and not taken is told from none. */
const challenge = ({ code, message }: Refusal): string =>
  code === "InvalidToken"
    ? `Bearer error="invalid_token", error_description="${message.replace(/[^ !#-[\]-~]/g, "'")}"`
    : "Bearer";

/** Our own failure; what happened is in the log under the id. */
export function failure(correlationId: string): HttpResponseInit {
  const message = `The request failed on our side. Try again; if it fails again, give the operator the id ${correlationId}.`;
  return { status: 500, headers: noCache, jsonBody: { error: { code: "InternalError", message } } };
}

/** Statuses change any moment. */
export const noCache = { "Cache-Control": "no-cache" };
