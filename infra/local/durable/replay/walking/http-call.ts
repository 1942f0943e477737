import type { HttpRequest } from "../action.ts";
import type { ReplayContext } from "../replay-context.ts";
import { type Steps, wait } from "./steps.ts";

/** The reserved activity that sends HTTP requests for orchestrators. */
export const httpActivityName = "BuiltIn::HttpActivity";

/** What the reserved activity returns. */
export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  content: string | null;
}

const defaultPollMs = 30_000;

/** Sends a request and, while it is answered 202 with a Location, polls there. */
export function* callHttp(context: ReplayContext, request: HttpRequest): Steps<string | null> {
  let next = request;
  for (;;) {
    const input = JSON.stringify(next);
    const result = yield* wait(context.order({ kind: "activity", name: httpActivityName, input }));
    const answer = JSON.parse(result ?? "{}") as Partial<HttpAnswer>;
    const location = header(answer, "location");
    const polls = request.asynchronousPatternEnabled !== false;
    if (answer.statusCode !== 202 || location === undefined || !polls) return result;
    const seconds = Number(header(answer, "retry-after") ?? Number.NaN);
    const delay = Number.isFinite(seconds) ? seconds * 1000 : defaultPollMs;
    yield* wait(context.order({ kind: "timer", fireAt: new Date(context.now.getTime() + delay) }));
    const uri = new URL(location, next.uri).href;
    next = { ...next, method: "GET", uri, content: null };
  }
}

function header(answer: Partial<HttpAnswer>, name: string): string | undefined {
  return Object.entries(answer.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}
