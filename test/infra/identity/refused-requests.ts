import { contoso, portal, without, type Fields } from "./running-issuer.ts";

interface RefusedRequest {
  what: string;
  path: string;
  fields: Fields;
  /** Status, error and AADSTS number. */
  says: string;
  /** Part of the description. */
  naming: string;
}

const v1 = "oauth2/token";
const v2 = "oauth2/v2.0/token";
const publicClient = "c0ffee00-0000-4000-8000-0000000000aa";
const application: Fields = { ...contoso, grant_type: "client_credentials" };
const onV1: Fields = { ...application, resource: portal };
const onV2: Fields = { ...application, scope: `${portal}/.default` };
const code: Fields = {
  grant_type: "authorization_code",
  client_id: publicClient,
  code: "unknown",
  redirect_uri: "http://localhost:1/",
};
const renewal: Fields = {
  grant_type: "refresh_token",
  client_id: publicClient,
  refresh_token: "unknown",
};
const sampleUser: Fields = { grant_type: "urn:offerpress:sample-user", username: "reviewer" };

/** A request to a token endpoint, and how Entra turns it down. */
const row = (
  what: string,
  [path, fields]: readonly [path: string, Fields],
  says: string,
  naming: string,
): RefusedRequest => ({ what, path, fields, says, naming });

const missing = "400 invalid_request 900144";
const unsupported = "400 unsupported_grant_type 70003";
const unknownClient = "400 unauthorized_client 700016";
const unknownResource = "400 invalid_resource 500011";
const invalidClient = "401 invalid_client";

export const refusedRequests: readonly RefusedRequest[] = [
  row("no grant type", [v2, {}], missing, "'grant_type'"),
  row("another grant type", [v2, { grant_type: "password" }], unsupported, "'password'"),
  row("what every object has", [v2, { grant_type: "constructor" }], unsupported, "'constructor'"),
  row("no client", [v1, without(onV1, "client_id")], missing, "'client_id'"),
  row("an unknown client", [v1, { ...onV1, client_id: "x" }], unknownClient, "'x' was not found"),
  row(
    "no secret",
    [v1, without(onV1, "client_secret")],
    `${invalidClient} 7000218`,
    "client_secret",
  ),
  row(
    "a wrong secret",
    [v2, { ...onV2, client_secret: "x" }],
    `${invalidClient} 7000215`,
    "secret",
  ),
  row("no resource", [v1, without(onV1, "resource")], missing, "'resource'"),
  row("an unknown resource", [v1, { ...onV1, resource: "api://x" }], unknownResource, "api://x"),
  row("no scope", [v2, without(onV2, "scope")], missing, "'scope'"),
  row(
    "a scope of people",
    [v2, { ...onV2, scope: "api://offerpress/user_impersonation" }],
    "400 invalid_scope 70011",
    "RESOURCE/.default",
  ),
  row(
    "two scopes",
    [v2, { ...onV2, scope: `${portal}/.default openid` }],
    "400 invalid_scope 70011",
    "openid",
  ),
  row(
    "the scope of an unknown resource",
    [v2, { ...onV2, scope: "api://x/.default" }],
    unknownResource,
    "api://x",
  ),
  row("no code", [v2, without(code, "code")], missing, "'code'"),
  row("no redirect_uri", [v2, without(code, "redirect_uri")], missing, "'redirect_uri'"),
  row("an unknown code", [v2, code], "400 invalid_grant 70008", "Sign in anew"),
  row(
    "a code without the secret of its client",
    [v1, { ...code, client_id: contoso.client_id }],
    `${invalidClient} 7000218`,
    "client_secret",
  ),
  row("no refresh token", [v1, without(renewal, "refresh_token")], missing, "'refresh_token'"),
  row("an unknown refresh token", [v2, renewal], "400 invalid_grant 70008", "Sign in anew"),
  row("no user", [v2, without(sampleUser, "username")], missing, "'username'"),
  row(
    "an unknown user",
    [v2, { ...sampleUser, username: "Contoso Owner" }],
    "400 invalid_grant 50034",
    "Contoso Owner",
  ),
];
