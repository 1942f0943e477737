import type {
  HttpHandler,
  HttpRequest,
  HttpResponseInit,
  InvocationContext,
} from "@azure/functions";
import type { Refusal } from "../../shared/publishing/refusal.ts";
import type { Shell } from "../shell.ts";
import { failure, problem } from "./problem.ts";

/** The version of the CPP dialect, the only one there is. */
export const apiVersion = "2017-10-31";

/** Answers a request, or says why not. */
export type Handle = (
  request: HttpRequest,
  context: InvocationContext,
) => Promise<HttpResponseInit | Refusal>;

/** "cpp" requires api-version in the query, as the dialect does; "own" may go without. */
export type Dialect = "cpp" | "own";

/** A handler that checks the api-version and turns refusals and failures into answers. */
export const endpoint =
  (dialect: Dialect, build: (shell: Shell) => Handle) =>
  (shell: Shell): HttpHandler => {
    const handle = build(shell);
    return async (request, context) => {
      try {
        const answer = versionRefusal(dialect, request) ?? (await handle(request, context));
        return isRefusal(answer) ? problem(answer) : answer;
      } catch (error) {
        context.error(`${request.method} ${context.functionName} failed`, error);
        return failure(context.invocationId);
      }
    };
  };

/** Whether a value is a refusal and not what was asked for. */
export function isRefusal(value: object): value is Refusal {
  return "kind" in value && "code" in value && "message" in value;
}

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
