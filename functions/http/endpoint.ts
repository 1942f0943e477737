import type {
  HttpHandler,
  HttpRequest,
  HttpResponseInit,
  InvocationContext,
} from "@azure/functions";
import type { Access } from "../../shared/identity/access.ts";
import type { Principal } from "../../shared/identity/principal.ts";
import type { Refusal } from "../../shared/publishing/refusal.ts";
import type { Shell } from "../shell.ts";
import { admit } from "./access/admit.ts";
import { authenticate } from "./access/authenticate.ts";
import { correlated } from "./correlated.ts";
import { once } from "./once.ts";
import { failure, problem } from "./problem.ts";
import {
  noSubject,
  numberedSubject,
  offerSubject,
  publisherSubject,
  referenceSubject,
  type Subject,
} from "./request/subjects.ts";

/** The version of the CPP dialect, the only one there is. */
export const apiVersion = "2017-10-31";

/** "cpp" requires api-version in the query, as the dialect does; "own" may go without. */
export type Dialect = "cpp" | "own";

/** What a route says about itself. */
export interface Declaration {
  readonly dialect: Dialect;
  readonly access: Access;
}

/** A handler that knows what it was built from. */
interface Handler extends HttpHandler {
  readonly endpoint: Endpoint;
}

/** Builds the handler of a route, and says who may call it. */
export type Endpoint = ((shell: Shell) => Handler) & Declaration;

/** A request that may be answered. */
export interface Call {
  readonly request: HttpRequest;
  readonly context: InvocationContext;
  readonly caller: Principal;
}

/** What a handler answers, or why not. */
export type Answer = Promise<HttpResponseInit | Refusal>;

/** Whether a value is a refusal and not what was asked for. */
export function isRefusal(value: object): value is Refusal {
  return "kind" in value && "code" in value && "message" in value;
}

/**
 * An endpoint about one kind of subject. What the address names reaches a handler only through its
 * call, after the caller was admitted to exactly that; so no handler can touch another publisher's.
 */
const endpointAbout =
  <S extends object>(subjectOf: (request: HttpRequest) => Subject<S> | Refusal) =>
  (declaration: Declaration, build: (shell: Shell) => (call: Call & S) => Answer): Endpoint => {
    const handlerOf = (shell: Shell): Handler => {
      const handle = build(shell);
      const answer = async (request: HttpRequest, context: InvocationContext): Answer => {
        const caller = await authenticate(shell.ports.tokens, declaration.access, request);
        if (isRefusal(caller)) return caller;
        const subject = subjectOf(request);
        if (isRefusal(subject)) return subject;
        const refusal =
          (await admit(shell.ports.members, declaration.access, caller, subject.publisherId)) ??
          versionRefusal(declaration.dialect, request);
        if (refusal) return refusal;
        const call = { request, context, caller, ...subject.values };
        return once(shell.ports, request, caller, () => handle(call));
      };
      const handler: HttpHandler = async (request, context) => {
        try {
          const answered = await answer(request, context);
          const response = isRefusal(answered) ? problem(answered) : answered;
          return correlated(response, request, context);
        } catch (error) {
          context.error(`${request.method} ${context.functionName} failed`, error);
          return correlated(failure(context.invocationId), request, context);
        }
      };
      return Object.assign(handler, { endpoint: built });
    };
    const built: Endpoint = Object.assign(handlerOf, declaration);
    return built;
  };

/** About nothing in particular. */
export const endpoint = endpointAbout(noSubject);
/** About a publisher. */
export const publisherEndpoint = endpointAbout(publisherSubject);
/** About an offer. */
export const offerEndpoint = endpointAbout(offerSubject);
/** About a submission or version of an offer. */
export const numberedEndpoint = endpointAbout(numberedSubject);
/** About an operation, as older clients address it. */
export const referenceEndpoint = endpointAbout(referenceSubject);

function versionRefusal(dialect: Dialect, request: HttpRequest): Refusal | undefined {
  const asked = request.query.get("api-version");
  if (asked === apiVersion || (asked === null && dialect === "own")) return undefined;
  const fault = asked === null ? "The api-version is missing" : "The api-version is not known";
  return {
    kind: "invalid",
    code: "InvalidAPIVersion",
    message: `${fault}. Add api-version to the query. Allowed values are [${apiVersion}]`,
    target: "api-version",
  };
}
