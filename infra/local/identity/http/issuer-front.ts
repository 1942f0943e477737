import type { IncomingMessage, ServerResponse } from "node:http";
import { isTenant } from "../directory/find-subject.ts";
import { isOnThisMachine } from "../sign-in/authorization-request.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import { signedOutPage, signInErrorPage } from "../sign-in/sign-in-page.ts";
import type { SigningKey } from "../tokens/signing-key.ts";
import type { TokenVersion } from "../tokens/issue-token.ts";
import { discoveryDocument } from "./discovery.ts";
import { Form, formOf } from "./form.ts";
import { isOAuthError, oauthErrors } from "./oauth-error.ts";
import { refuse, send, sendPublic, show } from "./send.ts";
import { answerTokenRequest, type TokenDesk } from "./token-endpoint.ts";

/** Everything behind the issuer's addresses. */
export interface IssuerRooms extends TokenDesk {
  readonly base: string;
  readonly key: SigningKey;
  readonly signIn: SignIn;
  readonly now: () => Date;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: Form;
}

type Answer = (rooms: IssuerRooms, exchange: Exchange, version: TokenVersion) => unknown;
interface Room {
  readonly version: TokenVersion;
  readonly methods: readonly string[];
  readonly answer: Answer;
}

const readable = ["GET", "HEAD"];
const room = (version: TokenVersion, methods: readonly string[], answer: Answer): Room => ({
  version,
  methods,
  answer,
});

const roomsByPath: ReadonlyMap<string, Room> = new Map([
  [".well-known/openid-configuration", room("1.0", readable, discovery)],
  ["v2.0/.well-known/openid-configuration", room("2.0", readable, discovery)],
  ["discovery/keys", room("1.0", readable, keys)],
  ["discovery/v2.0/keys", room("2.0", readable, keys)],
  ["oauth2/token", room("1.0", ["POST"], token)],
  ["oauth2/v2.0/token", room("2.0", ["POST"], token)],
  ["oauth2/authorize", room("1.0", [...readable, "POST"], authorize)],
  ["oauth2/v2.0/authorize", room("2.0", [...readable, "POST"], authorize)],
  ["oauth2/logout", room("1.0", readable, logout)],
  ["oauth2/v2.0/logout", room("2.0", readable, logout)],
]);

/** Answers one request to the issuer. */
export async function answerIssuerRequest(
  rooms: IssuerRooms,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  const [tenant = "", ...rest] = path.split("/").filter((segment) => segment !== "");
  const found = roomsByPath.get(rest.join("/").toLowerCase());
  // A page elsewhere may have a name of its own point at this machine; it gets nothing.
  if (!isThisMachine(headers.host)) send(response, 400, { error: "invalid_request" });
  else if (!found) send(response, 404, { error: "not_found" });
  else if (!found.methods.includes(method)) {
    response.setHeader("Allow", found.methods.join(", "));
    send(response, 405, { error: "invalid_request" });
  } else if (!isTenant(tenant)) {
    refuse(request, response, oauthErrors.tenant(tenant, method), rooms.now());
  } else {
    const asked = new Form(new URLSearchParams(query));
    await found.answer(rooms, { request, response, query: asked }, found.version);
  }
}

const isThisMachine = (host = ""): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host);

function discovery(rooms: IssuerRooms, { response }: Exchange, version: TokenVersion): void {
  sendPublic(response, discoveryDocument(rooms.base, rooms.issuer.issuer(version), version));
}

function keys({ key }: IssuerRooms, { response }: Exchange): void {
  sendPublic(response, { keys: [key.publicJwk] });
}

async function token(
  rooms: IssuerRooms,
  { request, response }: Exchange,
  version: TokenVersion,
): Promise<void> {
  const form = await formOf(request);
  const answer = form
    ? await answerTokenRequest(rooms, version, request, form)
    : oauthErrors.tooLong();
  if (isOAuthError(answer)) refuse(request, response, answer, rooms.now());
  else send(response, 200, answer);
}

async function authorize(
  { signIn }: IssuerRooms,
  { request, response, query }: Exchange,
): Promise<void> {
  if (request.method !== "POST") {
    show(response, signIn.begin(query));
    return;
  }
  const form = await formOf(request);
  const tooLong = { status: 400, html: signInErrorPage("The form is too long.") } as const;
  show(response, form ? signIn.finish(form) : tooLong);
}

/** There is no session to end; it only leads back to where the app wants to be. */
function logout(_: IssuerRooms, { response, query }: Exchange): void {
  const next = query.get("post_logout_redirect_uri") ?? "";
  if (!isOnThisMachine(next)) {
    show(response, { status: 200, html: signedOutPage() });
    return;
  }
  const location = new URL(next);
  const state = query.get("state");
  if (state !== undefined) location.searchParams.append("state", state);
  show(response, { status: 302, location: location.href });
}
