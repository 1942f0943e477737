import { createHash } from "node:crypto";

export const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
export const hex = "0123456789abcdef";
export const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Text that looks drawn, the same each time; no token of anybody stands in these tests. */
export function drawn(length: number, alphabet = letters): string {
  let text = "";
  for (let round = 0; text.length < length; round += 1) {
    const bytes = createHash("sha256").update(`${alphabet} ${round}`).digest();
    text += Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join("");
  }
  return text.slice(0, length);
}
