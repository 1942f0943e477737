import type { IncomingMessage, ServerResponse } from "node:http";
import type { SignInAnswer } from "../sign-in/give-back.ts";
import { oauthErrorBody, type OAuthError } from "./oauth-error.ts";

type Headers = Readonly<Record<string, string>>;
const noStore: Headers = { "Cache-Control": "no-store, no-cache", Pragma: "no-cache" };
const json: Headers = { "Content-Type": "application/json; charset=utf-8" };

function write(response: ServerResponse, status: number, headers: Headers, body = ""): void {
  response.writeHead(status, { ...headers, "X-Content-Type-Options": "nosniff" });
  response.end(body);
}

/** JSON that nobody may keep: tokens, and why there are none. */
export function send(response: ServerResponse, status: number, body: object): void {
  write(response, status, { ...json, ...noStore }, JSON.stringify(body));
}

/** JSON that pages of other addresses may read, too. */
export function sendPublic(response: ServerResponse, body: object): void {
  const open = { "Access-Control-Allow-Origin": "*", "Cache-Control": "private, max-age=300" };
  write(response, 200, { ...json, ...open }, JSON.stringify(body));
}

/** Why there is no token. The caller's own request id comes back, so that logs can be matched. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  error: OAuthError,
  now: Date,
): void {
  const sent = request.headers["client-request-id"];
  const body = oauthErrorBody(error, now, typeof sent === "string" ? sent : undefined);
  if (error.status === 401) response.setHeader("WWW-Authenticate", 'Basic realm="offerpress"');
  // The rest of a form that is too long stays unread.
  if (error.status === 413) response.setHeader("Connection", "close");
  send(response, error.status, body);
}

/** A page, or where the browser goes next. */
export function show(response: ServerResponse, answer: SignInAnswer): void {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    // A redirect that answers a form counts as the form's, so the app's address has to be named.
    `form-action 'self' ${"formsTo" in answer ? (answer.formsTo ?? "") : ""}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
  const safe = {
    ...noStore,
    "Content-Security-Policy": policy,
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
  };
  if (answer.status === 302) write(response, 302, { ...safe, Location: answer.location });
  else {
    write(
      response,
      answer.status,
      { ...safe, "Content-Type": "text/html; charset=utf-8" },
      answer.html,
    );
  }
}
