const headerLength = 24;

/** Width and height as a PNG's header claims them; undefined when it claims none. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < headerLength) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The header chunk is the first, and its name stands before the two numbers.
  const isHeader = new TextDecoder().decode(bytes.subarray(12, 16)) === "IHDR";
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return isHeader && width > 0 && height > 0 ? { width, height } : undefined;
}

/** Whether the file ends where a PNG must end: nothing is missing and nothing is hidden behind it. */
export function endsAsPng(bytes: Uint8Array): boolean {
  const end = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
  return end.every((byte, at) => bytes[bytes.length - end.length + at] === byte);
}
