import { randomBytes } from "node:crypto";

/** The keys that open the host's doors, in the official four kinds. */
export interface HostKeys {
  master: string;
  /** Open every function of level `function`. */
  host: Record<string, string>;
  /** Each opens one webhook: durabletask_extension, blobs_extension. */
  system: Record<string, string>;
  /** Keys of single functions, by lower-case function name. */
  functions: Record<string, Record<string, string>>;
}

export type AuthLevel = "anonymous" | "function" | "admin";

/** A fresh set of keys. */
export function makeHostKeys(functionNames: Iterable<string>): HostKeys {
  return {
    master: makeKey(),
    host: { default: makeKey() },
    system: { durabletask_extension: makeKey(), blobs_extension: makeKey() },
    functions: Object.fromEntries(
      [...functionNames].map((name) => [name.toLowerCase(), { default: makeKey() }]),
    ),
  };
}

/** An unguessable key without characters that need encoding in a URL. */
export function makeKey(): string {
  return randomBytes(40).toString("base64url");
}

/** Whether a key opens a function of a level. */
export function opensFunction(
  keys: HostKeys,
  key: string | undefined,
  fn: { name: string; level: AuthLevel },
): boolean {
  if (fn.level === "anonymous") return true;
  if (key === undefined || key === "") return false;
  if (key === keys.master) return true;
  if (fn.level === "admin") return false;
  const own = keys.functions[fn.name.toLowerCase()] ?? {};
  return [...Object.values(keys.host), ...Object.values(own)].includes(key);
}

/** Whether a key opens the webhook of an extension. */
export function opensWebhook(keys: HostKeys, key: string | undefined, extension: string): boolean {
  if (key === undefined || key === "") return false;
  return key === keys.master || key === keys.system[extension];
}
