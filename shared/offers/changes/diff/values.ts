import { assetIdOf } from "../../asset-reference.ts";
import type { JsonObject } from "../../json-fields.ts";
import type { OfferKey } from "../../offer-key.ts";
import { SecretValue } from "./secret-value.ts";

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

export const isRecord = (value: unknown): value is JsonObject =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof SecretValue);

export const memberOf = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** Whether a field says nothing: clients write the same as "", null, {}, [] or not at all. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (isList(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every(isBlank);
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const signature = /[?&](?:sig|signature)=/i;

/** A text as far as it means something: not its outer blanks, not the way an asset is named, not a signature that is renewed. */
export function meaningOf(text: string, key: OfferKey): string {
  const trimmed = text.trim();
  const assetId = assetIdOf(trimmed, key);
  if (assetId !== undefined) return `asset:${assetId}`;
  if (guid.test(trimmed)) return trimmed.toLowerCase();
  return signature.test(trimmed) ? trimmed.slice(0, trimmed.indexOf("?")) : trimmed;
}

const withoutSignature = (text: string): string =>
  text.replace(/([?&](?:sig|signature)=)[^&#\s]*/gi, "$1…");

/** A value as it may be shown: no secret, no signature. */
export function shown(value: unknown): unknown {
  if (typeof value === "string") return withoutSignature(value);
  if (isList(value)) return value.map(shown);
  if (!isRecord(value)) return value instanceof SecretValue ? undefined : value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !(inner instanceof SecretValue))
      .map(([name, inner]) => [name, shown(inner)]),
  );
}

/** Whether `shown` leaves a secret out. */
export function holdsSecret(value: unknown): boolean {
  if (value instanceof SecretValue) return true;
  if (isList(value)) return value.some(holdsSecret);
  return isRecord(value) && Object.values(value).some(holdsSecret);
}

/** The same text for values that mean the same, whatever the order of their fields. Secrets are left out. */
export function meaningText(value: unknown, key: OfferKey): string {
  if (typeof value === "string") return JSON.stringify(meaningOf(value, key));
  if (isList(value)) return `[${value.map((item) => meaningText(item, key)).join(",")}]`;
  if (!isRecord(value))
    return value instanceof SecretValue ? "secret" : JSON.stringify(value ?? null);
  const names = Object.keys(value).filter((name) => !isBlank(value[name]));
  const members = names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${meaningText(value[name], key)}`);
  return `{${members.join(",")}}`;
}
