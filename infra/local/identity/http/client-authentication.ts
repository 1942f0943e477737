import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { servicePrincipalOf } from "../directory/find-subject.ts";
import { publicClientId, type ServicePrincipal } from "../directory/sample-directory.ts";
import type { Form } from "./form.ts";
import { oauthErrors, type OAuthError } from "./oauth-error.ts";

export interface ClientCredentials {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
}

/** What a client says it is: in the form, or in a Basic header. */
export function credentialsOf(request: IncomingMessage, form: Form): ClientCredentials {
  const basic = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (basic === undefined) {
    return { clientId: form.get("client_id"), clientSecret: form.get("client_secret") };
  }
  const [id = "", ...secret] = Buffer.from(basic, "base64").toString().split(":");
  return { clientId: decoded(id), clientSecret: decoded(secret.join(":")) };
}

/** RFC 6749 2.3.1: both halves are form-encoded first; not every client does so. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The service principal that proves itself with its secret. */
export function authenticated({
  clientId,
  clientSecret,
}: ClientCredentials): { readonly client: ServicePrincipal } | OAuthError {
  if (!clientId) return oauthErrors.missing("client_id");
  const client = servicePrincipalOf(clientId);
  if (!client) return oauthErrors.application(clientId);
  if (!clientSecret) return oauthErrors.noSecret();
  const same = timingSafeEqual(digest(client.clientSecret), digest(clientSecret));
  return same ? { client } : oauthErrors.secret(clientId);
}

/** The id of a client that speaks for a person: a public one has no secret to prove itself with. */
export function knownClientId(credentials: ClientCredentials): string | OAuthError {
  if (credentials.clientId?.toLowerCase() === publicClientId) return publicClientId;
  const proof = authenticated(credentials);
  return "error" in proof ? proof : proof.client.clientId;
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
