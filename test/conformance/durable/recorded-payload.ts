import { withoutDotnetDetails } from "./normal-form.ts";

/** What the SDK was sent in the last episode of a case. */
export interface RecordedPayload {
  case: string;
  payload: Record<string, unknown>;
}

/** A payload without times, and with execution ids replaced. */
export function stablePayload(payload: unknown): unknown {
  const text = JSON.stringify(payload ?? null).replace(/\b[0-9a-f]{32}\b/g, "<execution>");
  return withoutDotnetDetails(withoutTimes(JSON.parse(text)));
}

function withoutTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return "<time>";
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutTimes(member)]),
  );
}
