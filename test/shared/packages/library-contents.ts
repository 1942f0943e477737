import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";

/** What an archive holds, in hexadecimal digits by path. */
export type Contents = Record<string, string>;

export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** What the strictest library makes of an archive; undefined when it refuses. */
export async function byLibrary(zip: Uint8Array): Promise<Contents | undefined> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), {
    strictness: "strict",
    checkCrc32: true,
    checkOverlappingEntry: true,
    useWebWorkers: false,
  });
  try {
    const contents: Contents = {};
    for (const entry of await reader.getEntries()) {
      if (!entry.directory)
        contents[entry.filename] = hex(await entry.getData(new Uint8ArrayWriter()));
    }
    return contents;
  } catch {
    return undefined;
  }
}
