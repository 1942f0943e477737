import type { HttpRequest, HttpResponseInit, InvocationContext } from "@azure/functions";

const header = "x-ms-correlation-request-id";

/** The answer with the id that the log knows it by: the caller's own where it sent one. */
export function correlated(
  answer: HttpResponseInit,
  request: HttpRequest,
  context: InvocationContext,
): HttpResponseInit {
  const sent = request.headers.get(header) ?? "";
  const id = /^[\w-]{1,64}$/.test(sent) ? sent : context.invocationId;
  const headers = { ...(answer.headers as Record<string, string> | undefined), [header]: id };
  return { ...answer, headers };
}
