import { randomUUID } from "node:crypto";
import type { RpcHttpRequest } from "../http/conversion/rpc-request.ts";
import type { Invocation } from "../worker/invocation.ts";
import { hostValue } from "../worker/typed-data.ts";

/** What `{token}` in a binding's path or queue name may stand for, by lower-case name. */
export type BindingData = ReadonlyMap<string, unknown>;

/** Collects the trigger's metadata, route parameters and the message's top-level properties. */
export function bindingData(call: Invocation): BindingData {
  const data = new Map<string, unknown>();
  const trigger = call.inputData[0]?.data ?? {};
  addAll(data, parsed(trigger.string ?? trigger.json));
  if (trigger.http) addRequest(data, trigger.http);
  for (const [name, value] of Object.entries(call.triggerMetadata ?? {})) {
    data.set(name.toLowerCase(), hostValue(value));
  }
  return data;
}

function addRequest(data: Map<string, unknown>, request: Partial<RpcHttpRequest>): void {
  if (request.body) addAll(data, parsed(Buffer.from(request.body.bytes).toString("utf8")));
  for (const [name, { value }] of Object.entries(request.nullableParams ?? {})) {
    data.set(name.toLowerCase(), value);
  }
  const query = Object.entries(request.nullableQuery ?? {});
  data.set("query", Object.fromEntries(query.map(([name, { value }]) => [name, value])));
}

/** Fills every `{token}` in; one that stands for nothing is an error that names it. */
export function fillTokens(text: string, data: BindingData, now: Date): string {
  return text.replace(/\{([^{}]+)\}/g, (_whole, token: string) => {
    const value = generated(token, now) ?? lookUp(token, data);
    if (value === undefined || value === null) {
      throw new Error(`No value for the binding parameter '${token}'.`);
    }
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}

function generated(token: string, now: Date): string | undefined {
  const name = token.toLowerCase();
  if (name === "rand-guid") return randomUUID();
  if (name === "datetime")
    return now
      .toISOString()
      .replace(/\.\d+Z$/, "Z")
      .replaceAll(":", "-");
  if (name === "sys.utcnow") return now.toISOString();
  return undefined;
}

function lookUp(token: string, data: BindingData): unknown {
  const [first = "", ...rest] = token.split(".");
  let value = data.get(first.toLowerCase());
  for (const name of rest) {
    value =
      typeof value === "object" && value !== null
        ? (value as Record<string, unknown>)[name]
        : undefined;
  }
  return value;
}

function addAll(data: Map<string, unknown>, value: unknown): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [name, member] of Object.entries(value)) data.set(name.toLowerCase(), member);
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
