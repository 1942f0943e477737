import type { TypedData } from "./invocation.ts";

/** What the host sees in a value from the app: json becomes a value, a string stays a string. */
export function hostValue(data: TypedData | null | undefined): unknown {
  if (!data) return undefined;
  if (data.json !== undefined) return JSON.parse(data.json) as unknown;
  if (data.bytes !== undefined) return Buffer.from(data.bytes);
  return data.string ?? data.int ?? data.double ?? data.http;
}

/** A value as the text a queue message or a durable payload holds; undefined for nothing. */
export function hostText(data: TypedData | null | undefined): string | undefined {
  if (!data) return undefined;
  if (data.bytes !== undefined) return Buffer.from(data.bytes).toString("utf8");
  return data.string ?? data.json ?? (data.int ?? data.double)?.toString();
}

/** A host value as the library likes to receive it. */
export function typedData(value: unknown): TypedData {
  if (value === undefined || value === null) return {};
  if (typeof value === "string") return { string: value };
  if (value instanceof Uint8Array) return { bytes: value };
  return { json: JSON.stringify(value) };
}
