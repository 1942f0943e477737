import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, type ParseError } from "jsonc-parser";
import { type HostJson, HostJsonSchema } from "./host-json-schema.ts";
import type { Settings } from "./settings.ts";

export type { HostJson } from "./host-json-schema.ts";

const overridePrefix = "AzureFunctionsJobHost__";

/** Reads host.json of an app folder, with overrides, settings and defaults filled in. */
export async function readHostJson(folder: string, settings: Settings): Promise<HostJson> {
  const path = join(folder, "host.json");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw new Error(`${path} cannot be read: a function app needs a host.json.`, { cause });
  }
  const errors: ParseError[] = [];
  const raw: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new Error(`${path} is not valid JSON.`);
  return parseHostJson(raw, settings);
}

/** The same from a value already read. */
export function parseHostJson(raw: unknown, settings: Settings): HostJson {
  const tree = isObject(raw) ? structuredClone(raw) : {};
  for (const { name, value } of settings.under(overridePrefix)) {
    override(tree, name.split(/__|:/), value);
  }
  const parsed = HostJsonSchema.safeParse(resolveTexts(tree, [], settings));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(
    (issue) => `${issue.path.join(".") || "version"}: ${issue.message}`,
  );
  throw new Error(`host.json is not valid: ${issues.join("; ")}`);
}

function override(tree: Record<string, unknown>, path: string[], value: string): void {
  const [first = "", ...rest] = path;
  const present = Object.keys(tree).find((name) => name.toLowerCase() === first.toLowerCase());
  const name = present ?? first;
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const child = tree[name];
  const branch = isObject(child) ? child : {};
  tree[name] = branch;
  override(branch, rest, value);
}

function resolveTexts(value: unknown, path: readonly string[], settings: Settings): unknown {
  if (typeof value === "string") {
    try {
      return settings.resolve(value);
    } catch (cause) {
      throw new Error(`host.json ${path.join(".")}: ${(cause as Error).message}`, { cause });
    }
  }
  if (Array.isArray(value)) return value.map((item) => resolveTexts(item, path, settings));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      resolveTexts(item, [...path, name], settings),
    ]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
