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
  unprocessable: 422,
  // CPP asks for 400, not 428, where If-Match is compulsory.
  "precondition-required": 400,
};

/** A refusal as clients see it. */
export function problem(refusal: Refusal): HttpResponseInit {
  const { code, message, target, details } = refusal;
  const error = { code, message, ...(target && { target }), ...(details && { details }) };
  return { status: statuses[refusal.kind], headers: noCache, jsonBody: { error } };
}

/** Our own failure; what happened is in the log under the id. */
export function failure(correlationId: string): HttpResponseInit {
  const message = `The request failed on our side. Try again; if it fails again, give the operator the id ${correlationId}.`;
  return { status: 500, headers: noCache, jsonBody: { error: { code: "InternalError", message } } };
}

/** Statuses change any moment. */
export const noCache = { "Cache-Control": "no-cache" };
