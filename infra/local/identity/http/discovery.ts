import { tenantId } from "../directory/sample-directory.ts";
import type { TokenVersion } from "../tokens/issue-token.ts";

/** What clients and the app read first: where everything is. */
export function discoveryDocument(base: string, issuer: string, version: TokenVersion): object {
  const tenant = `${base}/${tenantId}`;
  const oauth = version === "1.0" ? `${tenant}/oauth2` : `${tenant}/oauth2/v2.0`;
  return {
    issuer,
    authorization_endpoint: `${oauth}/authorize`,
    token_endpoint: `${oauth}/token`,
    end_session_endpoint: `${oauth}/logout`,
    jwks_uri: `${tenant}/discovery/${version === "1.0" ? "keys" : "v2.0/keys"}`,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["client_secret_post", "client_secret_basic", "none"],
    grant_types_supported: ["client_credentials", "authorization_code", "refresh_token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    claims_supported: ["sub", "iss", "aud", "exp", "iat", "name", "oid", "tid", "roles", "nonce"],
    tenant_region_scope: null,
  };
}
