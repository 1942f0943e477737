import { HttpRequest, InvocationContext } from "@azure/functions";
import { type Route, routes } from "../../../functions/http/routes.ts";
import { anOfferDocument } from "../../support/an-offer-document.ts";
import { BareCalls } from "./bare-calls.ts";
import { type Bed, keyOf } from "./bed.ts";

/** One operation of the API in three forms; the number says which offer. */
export interface Measured {
  readonly name: string;
  /** The storage calls it needs. */
  bare(n: number): Promise<unknown>;
  /** Its handler in this process. */
  handler(n: number): Promise<unknown>;
  /** The same through the local host, over a kept connection. */
  http(n: number): Promise<unknown>;
}

interface Asked {
  readonly route: string;
  readonly query?: string;
  readonly headers?: () => Record<string, string>;
  readonly body?: (n: number) => string;
  readonly status?: number;
}

const draft = anOfferDocument({ testDrive: true });
const page = "&top=100";

/** Everything that is measured. */
export async function operations(bed: Bed): Promise<readonly Measured[]> {
  const bare = new BareCalls(bed);
  const etags = new Map<string, string>();
  const known = (n: number) => ({ "if-none-match": etags.get(keyOf(n).offerId) ?? "" });
  for (let n = 0; n < 10; n++) {
    const progress = await bed.shell.ports.progress.read(keyOf(n));
    etags.set(keyOf(n).offerId, progress?.etag ?? "");
  }
  const rows = (n: number) => bare.rows(keyOf(n));
  const put = (n: number) => JSON.stringify({ ...draft, id: keyOf(n).offerId });
  const of = (name: string, asked: Asked & { more?: typeof known }, needs: Measured["bare"]) =>
    measured(bed, { name, bare: needs }, asked);
  return [
    of("GET status", { route: "readStatus" }, rows),
    of("GET status, 304", { route: "readStatus", status: 304, more: known }, rows),
    of("GET offer", { route: "readOffer" }, (n) => bare.read(keyOf(n))),
    of("list, 100 a page", { route: "listOffers", query: page }, () => bare.list(100)),
    of("PUT offer", { route: "writeOffer", body: put }, (n) => bare.write(keyOf(n))),
  ];
}

function measured(
  bed: Bed,
  { name, bare }: Pick<Measured, "name" | "bare">,
  asked: Asked & { more?: (n: number) => Record<string, string> },
): Measured {
  const route = routeOf(asked.route);
  const handle = route.handler(bed.shell);
  const query = `api-version=2017-10-31${asked.query ?? ""}`;
  const requestOf = (n: number) => {
    const { publisherId, offerId } = keyOf(n);
    const path = route.route.replace("{publisherId}", publisherId).replace("{offerId}", offerId);
    const body = asked.body?.(n);
    const authorization = `Bearer ${bed.token}`;
    const headers = { authorization, "content-type": "application/json", ...asked.more?.(n) };
    return { method: route.method, url: `${bed.url}/api/${path}?${query}`, headers, body };
  };
  const check = (status: number | undefined): void => {
    if (status !== (asked.status ?? 200)) throw new Error(`${name} answered ${String(status)}`);
  };
  return {
    name,
    bare,
    async handler(n) {
      const { method, url, headers, body } = requestOf(n);
      const params = { ...keyOf(n) };
      const request = new HttpRequest({
        method,
        url,
        headers,
        params,
        query: Object.fromEntries(new URLSearchParams(query)),
        ...(body !== undefined && { body: { string: body } }),
      });
      const answer = await handle(request, context());
      check(answer?.status);
      if (answer && "jsonBody" in answer) JSON.stringify(answer.jsonBody);
    },
    async http(n) {
      const { url, body, ...request } = requestOf(n);
      const answer = await fetch(url, { ...request, ...(body !== undefined && { body }) });
      await answer.text();
      check(answer.status);
    },
  };
}

const context = () => new InvocationContext({ functionName: "bench", invocationId: "bench" });

function routeOf(name: string): Route {
  const found = routes.find((route) => route.name === name);
  if (!found) throw new Error(`no route ${name}`);
  return found;
}
