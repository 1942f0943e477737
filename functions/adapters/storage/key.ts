import { createHash } from "node:crypto";

const longest = 200;

/** Makes any text a table key: letters, digits, `-` and `_` stay, the rest becomes `~` and hex. */
export function encodeKey(text: string): string {
  const encoded = text.replace(
    /[^A-Za-z0-9_-]/gu,
    (sign) => `~${Buffer.from(sign).toString("hex")}~`,
  );
  if (encoded.length <= longest) return encoded;
  const digest = createHash("sha256").update(text).digest("hex");
  return `${encoded.slice(0, longest - digest.length - 2)}~~${digest}`;
}
