import type { HttpRequest } from "@azure/functions";
import type { z } from "zod";
import type { JsonObject } from "../../shared/ports.ts";
import type { Refusal, RefusalCode } from "../../shared/publishing/refusal.ts";

const mostBytes = 1024 * 1024;

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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
