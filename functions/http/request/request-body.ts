import type { HttpRequest } from "@azure/functions";
import type { z } from "zod";
import { firstLoss, type JsonLoss } from "../../../shared/json/json-loss.ts";
import { fieldOf } from "../../../shared/offers/changes/document-path.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
import type { Refusal, RefusalCode } from "../../../shared/publishing/refusal.ts";

const mostBytes = 1024 * 1024;
/** Far beyond any offer; what comes after may walk documents by recursion. */
const mostDepth = 100;
const mostTarget = 300;

const invalid = (message: string, target = "body"): Refusal => ({
  kind: "invalid",
  code: "InvalidRequest",
  message,
  target,
});

/** The JSON object in the body, exactly as it was sent; `{}` for an empty body, which some clients send. */
export async function jsonBodyOf(request: HttpRequest): Promise<{ body: JsonObject } | Refusal> {
  const bytes = await bytesOf(request);
  if (!bytes) return tooLarge;
  const text = decoded(bytes);
  if (text === undefined) return notUtf8;
  if (text.trim() === "") return { body: {} };
  const value = parsed(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const loss = firstLoss(text, mostDepth);
    return loss ? lossRefusal(loss) : { body: value as JsonObject };
  }
  const fault = value === undefined ? "is not JSON" : "is JSON, but not an object";
  return invalid(`The body ${fault}. Send one JSON object, or nothing where nothing is needed.`);
}

/** Undefined when there are too many; a body that says so beforehand is not even read. */
async function bytesOf(request: HttpRequest): Promise<ArrayBuffer | undefined> {
  const declared = request.headers.get("content-length");
  if (Number(declared ?? 0) > mostBytes) return undefined;
  const bytes = await request.arrayBuffer();
  return bytes.byteLength > mostBytes ? undefined : bytes;
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

/** What would be lost or altered on the way is refused, so that what is taken is kept as it is. */
function lossRefusal({ kind, path, shown }: JsonLoss): Refusal {
  const field = fieldOf(path).slice(0, mostTarget) || "body";
  const messages: Readonly<Record<JsonLoss["kind"], string>> = {
    "too-deep": `The body is nested more than ${mostDepth} deep. Send it flatter.`,
    "prototype-key": `${field} has a key "${shown}", which no field is called. Remove it.`,
    "repeated-key": `${field} has the key "${shown}" twice, and only one of the two could be kept. Send it once.`,
    "inexact-number": `${field}: the number ${shown} cannot be kept exactly. Send a number that a 64-bit floating-point number can hold, or send it as text.`,
    "broken-character": `${field} has text with half of a surrogate pair, which is no character. Send whole characters.`,
  };
  return invalid(messages[kind], kind === "too-deep" ? "body" : field);
}

/** The text without its byte order mark; undefined when the bytes are not UTF-8. */
function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const tooLarge: Refusal = {
  kind: "too-large",
  code: "RequestTooLarge",
  message: "The body must have at most 1 MiB. Upload files as assets and refer to them.",
  target: "body",
};
const notUtf8 = invalid(
  "The body has bytes that are not UTF-8, so its text cannot be kept. Encode it as UTF-8.",
);
