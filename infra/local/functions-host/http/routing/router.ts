import { matchTemplate, type RouteValues } from "./match-template.ts";
import { parseTemplate, type RouteTemplate } from "./route-template.ts";

/** A function that answers HTTP requests. */
export interface Route {
  functionName: string;
  /** With the route prefix. */
  template: RouteTemplate;
  /** Upper-case. */
  methods: ReadonlySet<string>;
}

export type RouteMatch =
  | { route: Route; values: RouteValues }
  /** Only for HEAD: the path is known, but not for GET. */
  | "method-not-allowed"
  | undefined;

/** Makes the route of a function; an empty route means the function's name. */
export function makeRoute(options: {
  functionName: string;
  prefix: string;
  route: string | undefined;
  methods: readonly string[];
}): Route {
  const path = (options.route ?? "").replace(/^\//, "") || options.functionName;
  const prefix = options.prefix.replace(/^\/|\/$/g, "");
  const template = parseTemplate(prefix === "" ? path : `${prefix}/${path}`);
  const methods = new Set(options.methods.map((method) => method.toUpperCase()));
  return { functionName: options.functionName, template, methods };
}

/** Finds the function for a request, trying functions in the order of their names. */
export class Router {
  readonly routes: readonly Route[];

  constructor(routes: readonly Route[]) {
    this.routes = [...routes].sort((a, b) => compare(sortKey(a), sortKey(b)));
  }

  /** `path` is decoded, as requestPath gives it. */
  match(method: string, path: string): RouteMatch {
    const wanted = method.toUpperCase();
    let isKnownPath = false;
    for (const route of this.routes) {
      const answers = route.methods.has(wanted) || (wanted === "HEAD" && route.methods.has("GET"));
      if (!answers && wanted !== "HEAD") continue;
      const values = matchTemplate(route.template, path);
      if (values && answers) return { route, values };
      isKnownPath ||= values !== undefined;
    }
    return isKnownPath ? "method-not-allowed" : undefined;
  }
}

function sortKey(route: Route): string {
  return route.functionName.toUpperCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
