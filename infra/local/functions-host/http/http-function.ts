import type { RegisteredFunction } from "../worker/registered-function.ts";
import type { AuthLevel } from "./keys/host-keys.ts";
import { makeRoute, type Route } from "./routing/router.ts";

/** What the front needs to know of a function it serves. */
export interface HttpFunction {
  fn: RegisteredFunction;
  level: AuthLevel;
  route: Route;
}

const everyMethod = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"];
const levels: readonly AuthLevel[] = ["anonymous", "function", "admin"];
const reserved = /^(?:admin|runtime)(?:\/|$)/i;

/** Reads an httpTrigger; a route or level that cannot be is an error of that function. */
export function httpFunction(fn: RegisteredFunction, prefix: string): HttpFunction {
  const { route, methods, authLevel } = fn.trigger;
  const made = makeRoute({
    functionName: fn.name,
    prefix,
    route: typeof route === "string" ? route : undefined,
    methods: Array.isArray(methods) ? methods.map(String) : everyMethod,
  });
  if (reserved.test(made.template.text)) {
    throw new Error(`The route '${made.template.text}' conflicts with the host's own routes.`);
  }
  return { fn, level: authLevelOf(authLevel), route: made };
}

function authLevelOf(value: unknown): AuthLevel {
  if (value === undefined) return "function";
  const text = typeof value === "string" ? value.toLowerCase() : "";
  const level = levels.find((one) => one === text);
  if (level) return level;
  throw new Error(`The authLevel '${text}' is none of ${levels.join(", ")}.`);
}
