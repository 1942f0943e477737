import { fail } from "../../evaluate/failure.ts";
import type { Work } from "../../evaluate/work.ts";
import { ArmObject, type ArmValue } from "../../values/arm-value.ts";
import { fromJson } from "../../values/plain.ts";
import { objectAt, textAt } from "../arguments.ts";
import { pure, type FunctionTable } from "../template-function.ts";
import { checkLength } from "./joining.ts";

export const encodings: FunctionTable = {
  base64: pure(1, "string", (args, { work }) => {
    const encoded = toBase64(textAt(args, 0));
    checkLength(encoded.length, work);
    return encoded;
  }),
  base64tostring: pure(1, "string", (args) => fromBase64(textAt(args, 0))),
  base64tojson: pure(1, "any", (args, { work }) => readJsonText(fromBase64(textAt(args, 0)), work)),
  datauri: pure(1, "string", (args, { work }) => {
    const uri = `data:text/plain;charset=utf8;base64,${toBase64(textAt(args, 0))}`;
    checkLength(uri.length, work);
    return uri;
  }),
  datauritostring: pure(1, "string", (args) => {
    const [, isEncoded, data = ""] =
      /^data:[^,]*?(;base64)?,(.*)$/is.exec(textAt(args, 0)) ?? fail("this is not a data URI");
    return isEncoded === undefined ? unescaped(data) : fromBase64(data);
  }),
  uricomponent: pure(1, "string", (args, { work }) => {
    const escaped = encodeURIComponent(textAt(args, 0).toWellFormed());
    checkLength(escaped.length, work);
    return escaped;
  }),
  uricomponenttostring: pure(1, "string", (args) => unescaped(textAt(args, 0))),
  uri: pure(2, "string", (args) => {
    const base = URL.parse(textAt(args, 0));
    const whole = base === null ? null : URL.parse(textAt(args, 1), base.href);
    return whole?.href ?? fail("the first argument must be an absolute address");
  }),
  builduri: pure(1, "string", (args) => buildUri(objectAt(args, 0))),
  parseuri: pure(1, "object", (args) => parseUri(textAt(args, 0))),
  json: pure(1, "any", (args, { work }) => readJsonText(textAt(args, 0), work)),
};

function readJsonText(text: string, work: Work): ArmValue {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail("the string is not JSON");
  }
  return fromJson(json, work);
}

function toBase64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""),
  );
}

function fromBase64(text: string): string {
  let bytes: string;
  try {
    bytes = atob(text);
  } catch {
    return fail("the string is not base64");
  }
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return fail("the string has a % that is not followed by a character's code");
  }
}

function buildUri(parts: ArmObject): string {
  const part = (name: string): string => {
    const value = parts.get(name) ?? "";
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  const port = part("port");
  const uri = `${part("scheme") || "https"}://${part("host")}${port ? `:${port}` : ""}/${part("path").replace(/^\//, "")}`;
  return uri + (part("query") ? `?${part("query").replace(/^\?/, "")}` : "");
}

function parseUri(text: string): ArmObject {
  const uri = URL.parse(text) ?? fail("the string is not an absolute address");
  return ArmObject.of([
    ["scheme", uri.protocol.replace(/:$/, "")],
    ["host", uri.hostname],
    ["port", uri.port === "" ? null : Number(uri.port)],
    ["path", uri.pathname],
    ["query", uri.search],
  ]);
}
