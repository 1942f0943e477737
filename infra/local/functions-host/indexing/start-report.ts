import type { HostLog } from "../host-log.ts";
import type { HttpFunction } from "../http/http-function.ts";
import { findOverlaps } from "../http/routing/overlaps.ts";
import type { RegisteredFunction } from "../worker/registered-function.ts";

interface Started {
  url: string;
  durableUrl: string | undefined;
  functions: readonly RegisteredFunction[];
  http: readonly HttpFunction[];
}

const category = "Host.Startup";

/** Tells what is running where, and warns loudly of routes that hide one another. */
export function reportStart(started: Started, log: HostLog): void {
  const routes = new Map(started.http.map(({ fn, route }) => [fn.name, route]));
  for (const { name, trigger } of started.functions) {
    const route = routes.get(name);
    const what = route
      ? `[${[...route.methods].join(",")}] ${started.url}/${route.template.text}`
      : trigger.type;
    log("information", category, `${name}: ${what}`);
  }
  for (const { first, second, methods } of findOverlaps([...routes.values()])) {
    log(
      "warning",
      category,
      `Routes overlap: ${methods.join(",")} '${first.template.text}' (${first.functionName}) and ` +
        `'${second.template.text}' (${second.functionName}) can match the same request; ` +
        "the function whose name sorts first answers it.",
    );
  }
  const count = started.functions.length;
  log("information", "start", `functions host on ${started.url} (${count} functions)`);
  if (started.durableUrl) log("information", "start", `durable functions on ${started.durableUrl}`);
}
