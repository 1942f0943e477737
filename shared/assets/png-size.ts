import { imageSize } from "image-size";

/** Width and height as a PNG's header claims them; undefined when it claims none. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  // Apple's own variant has another chunk before its header, and browsers do not show it.
  if (new TextDecoder().decode(bytes.subarray(12, 16)) !== "IHDR") return undefined;
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    // It throws on whatever is cut off before the two numbers.
    return undefined;
  }
}

/** Whether the file ends where a PNG must end: nothing is missing and nothing is hidden behind it. */
export function endsAsPng(bytes: Uint8Array): boolean {
  const end = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
  return end.every((byte, at) => bytes[bytes.length - end.length + at] === byte);
}
