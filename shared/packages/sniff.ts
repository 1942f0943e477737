/** Text of comma-separated values has no mark of its own: to `sniff` it is unknown. */
export type AssetFormat = "zip" | "png" | "pdf" | "json" | "csv" | "unknown";

const signatures: readonly (readonly [AssetFormat, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  // An archive without any entry consists of its end record alone.
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** Tells a file's format by its first bytes, whatever it is called; 64 bytes are enough. */
export function sniff(head: Uint8Array): AssetFormat {
  for (const [format, signature] of signatures) {
    if (signature.every((byte, at) => head[at] === byte)) return format;
  }
  return /^\s*[{[]/.test(new TextDecoder().decode(head.subarray(0, 64))) ? "json" : "unknown";
}
