import { servicePrincipalOf } from "../directory/find-subject.ts";
import { publicClientId } from "../directory/sample-directory.ts";
import type { Form } from "../http/form.ts";

const modes = ["query", "fragment", "form_post"] as const;
const prompts = ["none", "login", "consent", "select_account"];

/** Where the answer goes, and how. */
export interface ReturnAddress {
  readonly redirectUri: string;
  readonly responseMode: (typeof modes)[number];
  readonly state: string | undefined;
}

/** What an application asks of the sign-in page. */
export interface AuthorizationRequest extends ReturnAddress {
  readonly clientId: string;
  readonly scope: string;
  readonly resource: string | undefined;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
  readonly loginHint: string | undefined;
}

/** Why an application gets no answer to its request. */
export interface RequestFault {
  readonly error: string;
  readonly description: string;
}

/** The request, or what is wrong with it: for the person where the address cannot be trusted, else for the application. */
export function authorizationRequest(
  form: Form,
): AuthorizationRequest | string | { readonly fault: RequestFault; readonly to: ReturnAddress } {
  const clientId = (form.get("client_id") ?? "").toLowerCase();
  const redirectUri = form.get("redirect_uri") ?? "";
  const untrusted = repeatedFault(form) ?? applicationFault(clientId, redirectUri);
  if (untrusted !== undefined) return untrusted;
  const to = returnAddress(form, redirectUri);
  const fault = typeFault(form) ?? challengeFault(clientId, form) ?? promptFault(form);
  if (fault) return { fault, to };
  return {
    ...to,
    clientId,
    scope: form.get("scope") ?? "openid",
    resource: form.get("resource"),
    nonce: form.get("nonce"),
    challenge: form.get("code_challenge"),
    loginHint: form.get("login_hint"),
  };
}

function returnAddress(form: Form, redirectUri: string): ReturnAddress {
  const responseMode = modes.find((mode) => mode === form.get("response_mode")) ?? "query";
  return { redirectUri, responseMode, state: form.get("state") };
}

function repeatedFault({ repeated }: Form): string | undefined {
  return repeated === undefined
    ? undefined
    : `AADSTS90023: The parameter ${repeated} is there twice. Send it once.`;
}

function applicationFault(clientId: string, redirectUri: string): string | undefined {
  if (clientId !== publicClientId && !servicePrincipalOf(clientId)) {
    return `AADSTS700016: There is no application ${clientId || "without an id"}. client_id must be one of the local issuer.`;
  }
  return isOnThisMachine(redirectUri)
    ? undefined
    : "AADSTS50011: redirect_uri must be an http address on this machine, such as http://localhost:3000/signed-in.";
}

/** Where the browser may be sent: to this machine, where the app listens, too; nothing else is registered. */
export function isOnThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  const isLocal = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  return protocol === "http:" && isLocal && username === "" && !address.includes("#");
}

const invalid = (code: number, message: string): RequestFault => ({
  error: "invalid_request",
  description: `AADSTS${String(code)}: ${message}`,
});

function typeFault(form: Form): RequestFault | undefined {
  const type = form.get("response_type");
  if (type === undefined) {
    return invalid(
      900144,
      "The request must contain the following parameter: 'response_type'. It must be code.",
    );
  }
  if (type !== "code") {
    return {
      error: "unsupported_response_type",
      description: "AADSTS700054: response_type must be code.",
    };
  }
  const mode = form.get("response_mode");
  return mode === undefined || modes.some((known) => known === mode)
    ? undefined
    : invalid(90023, `response_mode must be one of ${modes.join(", ")}.`);
}

function promptFault(form: Form): RequestFault | undefined {
  const prompt = form.get("prompt");
  if (prompt !== undefined && !prompts.includes(prompt)) {
    return invalid(90023, `prompt must be one of ${prompts.join(", ")}.`);
  }
  if (prompt !== "none") return undefined;
  return {
    error: "login_required",
    description:
      "AADSTS50058: Nobody is signed in: this issuer keeps no sessions. Ask without prompt=none.",
  };
}

function challengeFault(clientId: string, form: Form): RequestFault | undefined {
  const challenge = form.get("code_challenge");
  if (challenge === undefined) {
    return clientId === publicClientId
      ? invalid(9002325, "Proof Key for Code Exchange is required: send code_challenge.")
      : undefined;
  }
  return form.get("code_challenge_method") === "S256" && /^[\w-]{43}$/.test(challenge)
    ? undefined
    : invalid(
        501491,
        "code_challenge must be the base64url SHA-256 of the verifier, and code_challenge_method S256.",
      );
}
