import { type HttpHandler, HttpRequest, type HttpResponseInit } from "@azure/functions";
import { aContext } from "../../test-shell.ts";

const key = { publisherId: "contoso", offerId: "mail" };
const query = { "api-version": "2017-10-31" };
const headers = { "content-type": "application/json", authorization: "Bearer contoso-owner" };

interface Sent {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: any;
  readonly logged: readonly string[];
}

/** Sends bytes to a handler about contoso's offer "mail", and reads the answer as a client would. */
export async function send(
  handler: HttpHandler,
  method: "GET" | "PUT" | "POST",
  { bytes, ...more }: { bytes?: Uint8Array; headers?: Record<string, string> } = {},
): Promise<Sent> {
  const { context, lines } = aContext();
  const request = new HttpRequest({
    method,
    url: "http://127.0.0.1/api/publishers/contoso/offers/mail",
    params: key,
    query,
    headers: { ...headers, ...more.headers },
    ...(bytes && { body: { bytes } }),
  });
  const answer = (await handler(request, context)) as HttpResponseInit;
  return {
    status: answer.status ?? 200,
    headers: answer.headers as Record<string, string>,
    body: JSON.parse(JSON.stringify(answer.jsonBody ?? null)),
    logged: lines,
  };
}
