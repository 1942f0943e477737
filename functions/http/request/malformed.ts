import type { Refusal } from "../../../shared/publishing/refusal.ts";

const malformed = (target: string, message: string): Refusal => ({
  kind: "invalid",
  code: "InvalidIdentifier",
  message,
  target,
});

export const notAnIdentifier = (target: "publisherId" | "offerId", most: number): Refusal =>
  malformed(
    target,
    `${target} must have 1 to ${String(most)} lower-case letters, digits and inner dashes. Correct it in the address.`,
  );

export const malformedNumber = malformed(
  "number",
  "The number must be a whole number from 1 on. Read it from the offer's submissions, and correct the address.",
);

export const malformedReference = malformed(
  "operation",
  "The operation must be addressed as publisher$offer$number$slot, where slot is preview or production, such as contoso$contoso-offer$2$preview. Correct the address.",
);

/** An id that is none may be anything; it is shown shortened. */
export const printable = (id: string): string => id.replace(/[^\w.-]/g, "?").slice(0, 60);
