import type { TypedData } from "../../../functions-host/worker/function-app.ts";

/** The JSON text of what a function returned; null when it returned nothing. */
export function jsonOf(data: TypedData | null | undefined): string | null {
  if (!data) return null;
  if (data.json !== undefined) return data.json;
  if (data.string !== undefined) return JSON.stringify(data.string);
  if (data.bytes !== undefined) return JSON.stringify(Buffer.from(data.bytes).toString("base64"));
  const number = data.int ?? data.double;
  return number === undefined ? null : JSON.stringify(number);
}

/** An activity's input as the worker gets it: texts as they are, booleans the .NET way. */
export function activityInput(json: string | null): TypedData {
  if (json === null) return {};
  const value = JSON.parse(json) as unknown;
  if (typeof value === "string") return { string: value };
  if (typeof value === "boolean") return { string: value ? "True" : "False" };
  return { string: json };
}
