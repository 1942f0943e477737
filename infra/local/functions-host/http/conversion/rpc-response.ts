import type { TypedData } from "../../worker/invocation.ts";
import type { Answer } from "../exchange.ts";
import { type RpcCookie, setCookie } from "./cookies.ts";

interface RpcHttpResponse {
  statusCode?: string;
  headers?: Record<string, string>;
  cookies?: RpcCookie[];
  enableContentNegotiation?: boolean;
  body?: TypedData;
}

// The front computes these for itself.
const ownHeaders = new Set(["content-length", "transfer-encoding", "connection"]);
const negotiable = ["application/json", "text/plain", "application/xml", "text/xml"];

/** The answer to an HTTP request; a function that returned nothing answers 204. */
export function rpcAnswer(
  returned: TypedData | null | undefined,
  accept: string | undefined,
): Answer {
  const http = returned?.http as RpcHttpResponse | undefined;
  if (!http) return { status: 204 };
  const headers = responseHeaders(http);
  if (http.enableContentNegotiation) negotiate(headers, accept);
  return {
    status: Number(http.statusCode ?? "200"),
    headers,
    body: http.body?.bytes ?? http.body?.string ?? "",
  };
}

function responseHeaders(http: RpcHttpResponse): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(http.headers ?? {})) {
    if (!ownHeaders.has(name.toLowerCase())) headers[name] = value;
  }
  const cookies = (http.cookies ?? []).map(setCookie);
  const already = headers["set-cookie"] ?? [];
  if (cookies.length > 0) headers["set-cookie"] = [already, cookies].flat();
  return headers;
}

// Only a body that names no type of its own can still become what the caller prefers.
function negotiate(headers: Record<string, string | string[]>, accept = ""): void {
  if (headers["content-type"] !== undefined) return;
  const wanted = accept.split(",").map((range) => range.split(";", 1)[0]?.trim().toLowerCase());
  const type = wanted.find((range) => range !== undefined && negotiable.includes(range));
  headers["content-type"] = `${type ?? "application/json"}; charset=utf-8`;
}
