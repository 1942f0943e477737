import type { HttpRequest } from "@azure/functions";
import type { z } from "zod";
import type { JsonObject } from "../../shared/ports.ts";
import type { Refusal, RefusalCode } from "../../shared/publishing/refusal.ts";

const mostBytes = 1024 * 1024;
/** Far beyond any offer; what comes after may walk documents by recursion. */
const mostDepth = 100;

const invalid = (message: string, target = "body"): Refusal => ({
  kind: "invalid",
  code: "InvalidRequest",
  message,
  target,
});

/** The JSON object in the body; `{}` for an empty body, which some clients send. */
export async function jsonBodyOf(request: HttpRequest): Promise<{ body: JsonObject } | Refusal> {
  const text = (await request.text()).replace(/^\uFEFF/, "");
  if (Buffer.byteLength(text) > mostBytes) {
    return {
      kind: "too-large",
      code: "RequestTooLarge",
      message: "The body must have at most 1 MiB. Upload files as assets and refer to them.",
      target: "body",
    };
  }
  if (text.trim() === "") return { body: {} };
  const value = parsed(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    if (depthOf(value) > mostDepth) {
      return invalid(`The body is nested more than ${mostDepth} deep. Send it flatter.`);
    }
    if (namesPrototype(text)) {
      return invalid('The body has a key "__proto__", which no field is called. Remove it.');
    }
    return { body: value as JsonObject };
  }
  const fault = value === undefined ? "is not JSON" : "is JSON, but not an object";
  return invalid(`The body ${fault}. Send one JSON object, or nothing where nothing is needed.`);
}

/** The body as `schema` has it; every fault is a detail that names its field. */
export async function bodyOf<T>(
  request: HttpRequest,
  schema: z.ZodType<T>,
  code: RefusalCode = "InvalidRequest",
): Promise<{ body: T } | Refusal> {
  const sent = await jsonBodyOf(request);
  if ("kind" in sent) return sent;
  const read = schema.safeParse(sent.body);
  return read.success ? { body: read.data } : schemaRefusal(read.error, code);
}

/** What a schema has against a body. */
function schemaRefusal(error: z.ZodError, code: RefusalCode): Refusal {
  const details = error.issues.map((issue) => ({
    code: issue.code,
    message: issue.message,
    target: issue.path.map(String).join("."),
  }));
  const first = details[0];
  const target = first?.target === "" ? "body" : (first?.target ?? "body");
  const message = `The request cannot be taken: ${target}: ${first?.message ?? "invalid"}. Correct what the details name and send it again.`;
  return { kind: "invalid", code, message, target, details };
}

/** How deep a value is nested, counted level by level because recursion could overflow. */
function depthOf(value: object): number {
  let depth = 0;
  for (let level: unknown[] = [value]; level.length > 0 && depth <= mostDepth; depth++) {
    level = level.flatMap((entry): unknown[] =>
      typeof entry === "object" && entry !== null ? Object.values(entry) : [],
    );
  }
  return depth;
}

/** Such a key would be dropped silently on the way; escaped spellings are found too. */
function namesPrototype(text: string): boolean {
  let found = false;
  JSON.parse(text, (key, value: unknown) => {
    found ||= key === "__proto__";
    return value;
  });
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
