import type { HttpRequest } from "@azure/functions";
import type { Access } from "../../../shared/identity/access.ts";
import { anonymous, type Principal } from "../../../shared/identity/principal.ts";
import type { Tokens } from "../../../shared/ports/callers.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";

const longestToken = 16_384;

/** The caller by its bearer token; where anyone may call, nobody in particular without a good one. */
export async function authenticate(
  tokens: Tokens,
  access: Access,
  request: HttpRequest,
): Promise<Principal | Refusal> {
  const caller = await callerOf(tokens, request.headers.get("authorization")?.trim() ?? "");
  return access.to === "anyone" && !("objectId" in caller) ? anonymous : caller;
}

async function callerOf(tokens: Tokens, header: string): Promise<Principal | Refusal> {
  if (header === "") return notAuthenticated("NotAuthenticated", "The request carries no token.");
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(header)?.[1];
  if (token === undefined || token.length > longestToken) {
    const reason = "The Authorization header is not of the form: Bearer TOKEN.";
    return notAuthenticated("InvalidToken", reason);
  }
  const verdict = await tokens.check(token);
  if (verdict.ok) return verdict.principal;
  return verdict.why === "invalid"
    ? notAuthenticated("InvalidToken", verdict.reason)
    : providerUnavailable;
}

const notAuthenticated = (code: "NotAuthenticated" | "InvalidToken", reason: string): Refusal => ({
  kind: "not-authenticated",
  code,
  message: `${reason} Get a token from the identity provider of this marketplace and send it as Authorization: Bearer TOKEN.`,
  target: "Authorization",
});

const providerUnavailable: Refusal = {
  kind: "unavailable",
  code: "IdentityProviderUnavailable",
  message:
    "The identity provider that issued the token cannot be reached to check it. Try again in a minute.",
};
