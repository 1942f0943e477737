import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";

const slots = ["draft", "preview", "production"] as const;
export type Slot = (typeof slots)[number];

/** The slot of that name, in any case. */
export const slotNamed = (name: string | null | undefined): Slot | undefined =>
  slots.find((known) => known === name?.toLowerCase());

/** A submitted version. */
export interface Version {
  readonly number: number;
  readonly document: JsonObject;
}

/** The version in preview or, for a slot that shows nothing newer, the one that is live. */
export async function versionIn(
  slot: "preview" | "production",
  key: OfferKey,
  ports: Ports,
  live: number | undefined,
): Promise<Version | undefined> {
  const row = slot === "preview" ? await ports.catalogue.readRow(key) : undefined;
  const number = row?.value.preview?.submission ?? live;
  const document = number && (await ports.documents.readVersion(key, number));
  return number && document ? { number, document } : undefined;
}

export const unknownSlot = (target: string): Refusal => ({
  kind: "invalid",
  code: "InvalidRequest",
  message: `The ${target} must be one of ${slots.join(", ")}. Correct it in the address.`,
  target,
});
