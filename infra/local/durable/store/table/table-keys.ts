import { TooLargeError } from "../instance-store.ts";

// A table key has at most 1 KiB, in UTF-16.
const longestKey = 512;
const plain = /^[A-Za-z0-9._:@ -]$/;

/** The partition of an instance: every character a key must not hold becomes *hhhh. */
export function partitionKey(instanceId: string): string {
  const key = encodeKey(instanceId);
  if (key.length > longestKey) {
    throw new TooLargeError(`The instance id is too long: ${instanceId.length} characters.`);
  }
  return key;
}

/** Encodes unit by unit, so that the code of a prefix is a prefix of the code. */
export function encodeKey(text: string): string {
  let key = "";
  for (let k = 0; k < text.length; k += 1) {
    const unit = text.charAt(k);
    key += plain.test(unit) ? unit : `*${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  }
  return key;
}

/** The instance id of a partition. */
export function decodeKey(key: string): string {
  return key.replace(/\*([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

export const instanceRow = "i";

/** A row of the history; sorts by generation and position. */
export function historyRow(generation: number, position: number): string {
  return `h|${digits(generation)}|${digits(position)}`;
}

/** A row of a record that does not fit into the instance row. */
export function overflowRow(revision: string, position: number): string {
  return `x|${revision}|${digits(position)}`;
}

/** A row of a message that waits. */
export function messageRow(key: string): string {
  return `m|${key}`;
}

function digits(number: number): string {
  return String(number).padStart(10, "0");
}
