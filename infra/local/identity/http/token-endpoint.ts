import type { IncomingMessage } from "node:http";
import { userOf } from "../directory/find-subject.ts";
import { publicClientId, type Subject } from "../directory/sample-directory.ts";
import { isVerified, type Grant, type Grants } from "../tokens/grants.ts";
import type { TokenIssuer, TokenVersion } from "../tokens/issue-token.ts";
import { isDefaultScope, knownResource, resourceOfScope } from "../directory/resources.ts";
import {
  authenticated,
  credentialsOf,
  knownClientId,
  type ClientCredentials,
} from "./client-authentication.ts";
import type { Form } from "./form.ts";
import { oauthErrors, type OAuthError } from "./oauth-error.ts";
import { tokenAnswer, type TokenBody } from "./token-answer.ts";

/** What the token endpoints work with. */
export interface TokenDesk {
  readonly issuer: TokenIssuer;
  readonly grants: Grants;
}

interface TokenCall extends TokenDesk {
  readonly version: TokenVersion;
  readonly form: Form;
  readonly credentials: ClientCredentials;
}

type TokenAnswer = Promise<TokenBody | OAuthError>;

/** A token for a sample user without a browser. Entra has no such grant; it is for this machine's commands. */
const sampleUserGrant = "urn:offerpress:sample-user";

const grantTypes: Readonly<Record<string, (call: TokenCall) => TokenAnswer>> = {
  client_credentials: forApplication,
  authorization_code: forCode,
  refresh_token: forRefreshToken,
  [sampleUserGrant]: forSampleUser,
};

/** `POST /{tenant}/oauth2/token` (v1) and `/{tenant}/oauth2/v2.0/token`. */
export function answerTokenRequest(
  desk: TokenDesk,
  version: TokenVersion,
  request: IncomingMessage,
  form: Form,
): TokenAnswer {
  const { repeated } = form;
  if (repeated !== undefined) return Promise.resolve(oauthErrors.repeated(repeated));
  const named = form.get("grant_type");
  if (named === undefined) return Promise.resolve(oauthErrors.missing("grant_type"));
  const credentials = credentialsOf(request, form);
  const answer = Object.hasOwn(grantTypes, named) ? grantTypes[named] : undefined;
  return answer
    ? answer({ ...desk, version, form, credentials })
    : Promise.resolve(oauthErrors.grant(named));
}

async function forApplication(call: TokenCall): TokenAnswer {
  const proof = authenticated(call.credentials);
  if ("error" in proof) return proof;
  const audience = call.version === "1.0" ? resourceOf(call.form) : defaultScopeOf(call.form);
  if (typeof audience !== "string") return audience;
  const { client } = proof;
  return issue(call, { subject: client, clientId: client.clientId, audience, isUser: false });
}

async function forCode(call: TokenCall): TokenAnswer {
  const clientId = knownClientId(call.credentials);
  if (typeof clientId !== "string") return clientId;
  const [code, redirectUri] = [call.form.get("code"), call.form.get("redirect_uri")];
  if (code === undefined) return oauthErrors.missing("code");
  if (redirectUri === undefined) return oauthErrors.missing("redirect_uri");
  const grant = call.grants.useCode(code);
  if (grant === undefined) return oauthErrors.code();
  if (grant === "used") return oauthErrors.usedCode();
  if (grant.clientId !== clientId) return oauthErrors.otherClient();
  if (grant.redirectUri !== redirectUri) return oauthErrors.redirect();
  if (!isVerified(grant, call.form.get("code_verifier"))) return oauthErrors.verifier();
  return forGrant(call, grant);
}

async function forRefreshToken(call: TokenCall): TokenAnswer {
  const clientId = knownClientId(call.credentials);
  if (typeof clientId !== "string") return clientId;
  const token = call.form.get("refresh_token");
  if (token === undefined) return oauthErrors.missing("refresh_token");
  const grant = call.grants.useRefreshToken(token);
  if (!grant) return oauthErrors.code();
  if (grant.clientId !== clientId) return oauthErrors.otherClient();
  return forGrant(call, grant);
}

async function forGrant(call: TokenCall, grant: Grant): TokenAnswer {
  const scope = call.form.get("scope") ?? grant.scope;
  const named = call.form.get("resource") ?? grant.resource;
  const audience = named === undefined ? resourceOfScope(scope) : knownResource(named);
  if (audience === undefined) return oauthErrors.resource(named ?? scope);
  return issue(call, { ...grant, audience, isUser: true, scope, grant });
}

async function forSampleUser(call: TokenCall): TokenAnswer {
  const account = call.form.get("username");
  if (account === undefined) return oauthErrors.missing("username");
  const subject = userOf(account);
  if (!subject) return oauthErrors.user(account);
  const audience = call.version === "1.0" ? resourceOf(call.form) : defaultScopeOf(call.form);
  if (typeof audience !== "string") return audience;
  return issue(call, { subject, clientId: publicClientId, audience, isUser: true });
}

function resourceOf(form: Form): string | OAuthError {
  const asked = form.get("resource");
  if (asked === undefined) return oauthErrors.missing("resource");
  return knownResource(asked) ?? oauthErrors.resource(asked);
}

function defaultScopeOf(form: Form): string | OAuthError {
  const asked = form.get("scope");
  if (asked === undefined) return oauthErrors.missing("scope");
  if (!isDefaultScope(asked)) return oauthErrors.scope(asked);
  return resourceOfScope(asked) ?? oauthErrors.resource(asked);
}

interface Wanted {
  readonly subject: Subject;
  readonly clientId: string;
  readonly audience: string;
  readonly isUser: boolean;
  readonly scope?: string;
  readonly grant?: Grant;
}

async function issue({ issuer, grants, version }: TokenCall, wanted: Wanted): Promise<TokenBody> {
  const { grant, audience, scope = "" } = wanted;
  const access = await issuer.accessToken({ ...wanted, version });
  const granted = wanted.isUser ? grantedScope(version, audience, scope) : "";
  const parts = { version, access, audience, scope: granted };
  if (!grant) return tokenAnswer(parts);
  const asks = (part: string): boolean => version === "1.0" || scope.split(" ").includes(part);
  const nonce = grant.nonce === undefined ? {} : { nonce: grant.nonce };
  const id = asks("openid") ? await issuer.idToken({ ...wanted, version, ...nonce }) : undefined;
  const refresh = asks("offline_access") ? grants.refreshToken(grant) : undefined;
  return tokenAnswer({ ...parts, idToken: id?.token, refresh });
}

/** What a person allowed: the resource as a whole, and to be told who it is. */
function grantedScope(version: TokenVersion, audience: string, asked: string): string {
  if (version === "1.0") return "user_impersonation";
  const told = ["openid", "profile", "email"].filter((part) => asked.split(" ").includes(part));
  return [`${audience}/user_impersonation`, ...told].join(" ");
}
