import { randomUUID } from "node:crypto";

/** What the token endpoint says when it issues nothing; codes are Entra's own. */
export interface OAuthError {
  readonly status: 400 | 401 | 413;
  readonly error: string;
  readonly code: number;
  readonly description: string;
}

export const isOAuthError = (answer: object): answer is OAuthError =>
  "error" in answer && "description" in answer;

const error = (
  name: string,
  code: number,
  description: string,
  status: OAuthError["status"] = 400,
): OAuthError => ({ status, error: name, code, description });

/** What a request brought along is repeated without control characters, and not at length. */
const shown = (text: string): string => text.replace(/[^ -~]/g, "?").slice(0, 120);

export const oauthErrors = {
  tenant: (tenant: string, method: string) =>
    error(
      method === "POST" ? "invalid_request" : "invalid_tenant",
      90002,
      `Tenant '${shown(tenant)}' not found. This issuer has one tenant: use its id, its domain, common or organizations.`,
    ),
  missing: (field: string) =>
    error(
      "invalid_request",
      900144,
      `The request body must contain the following parameter: '${field}'.`,
    ),
  tooLong: () =>
    error("invalid_request", 90023, "The form is too long. Send the grant's fields only.", 413),
  repeated: (field: string) =>
    error(
      "invalid_request",
      90023,
      `The parameter '${shown(field)}' is there twice. Send it once.`,
    ),
  grant: (grant: string) =>
    error(
      "unsupported_grant_type",
      70003,
      `The grant type '${shown(grant)}' is not supported here. Use client_credentials, authorization_code or refresh_token.`,
    ),
  application: (clientId: string) =>
    error(
      "unauthorized_client",
      700016,
      `Application with identifier '${shown(clientId)}' was not found in the directory of the local issuer.`,
    ),
  noSecret: () =>
    error(
      "invalid_client",
      7000218,
      "The request body must contain the following parameter: 'client_secret'. It may also come in a Basic header.",
      401,
    ),
  secret: (clientId: string) =>
    error(
      "invalid_client",
      7000215,
      `Invalid client secret provided for application '${shown(clientId)}'.`,
      401,
    ),
  resource: (resource: string) =>
    error(
      "invalid_resource",
      500011,
      `The resource principal named ${shown(resource)} was not found.`,
    ),
  scope: (scope: string) =>
    error(
      "invalid_scope",
      70011,
      `The provided value for the input parameter 'scope' is not valid: ${shown(scope)}. For client credentials it is RESOURCE/.default.`,
    ),
  code: () =>
    error(
      "invalid_grant",
      70008,
      "The code or refresh token is unknown, or has expired. Sign in anew.",
    ),
  usedCode: () =>
    error("invalid_grant", 54005, "The authorization code was already redeemed. Sign in anew."),
  otherClient: () =>
    error("invalid_grant", 70000, "The code or refresh token was issued to another application."),
  verifier: () =>
    error("invalid_grant", 501481, "The Code_Verifier does not match the code_challenge."),
  redirect: () =>
    error("invalid_grant", 500112, "The redirect_uri is not the one that the code was issued to."),
  user: (account: string) =>
    error("invalid_grant", 50034, `There is no sample user ${shown(account)}.`),
} as const;

/** The body as clients parse it. A request id that the caller sent, a GUID, becomes the correlation id. */
export function oauthErrorBody(
  { error: name, code, description }: OAuthError,
  now: Date,
  requestId = "",
) {
  const trace = randomUUID();
  const correlation = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(requestId)
    ? requestId
    : randomUUID();
  const timestamp = now
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");
  return {
    error: name,
    error_description: `AADSTS${String(code)}: ${description} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
  };
}
