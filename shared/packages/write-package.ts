import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { sha256 } from "./sha256.ts";

/** One entry of a manifest. */
interface ManifestEntry {
  path: string;
  size: number;
  sha256: string;
}

/** What a written package consists of; `sha256` is the zip's own and names it in storage. */
interface PackageManifest {
  sha256: string;
  size: number;
  files: readonly ManifestEntry[];
}

export interface WrittenPackage {
  bytes: Uint8Array;
  manifest: PackageManifest;
}

// The first moment a zip can name, written raw: no time zone can move it.
const firstDosMoment = ((1 << 5) | 1) << 16;
const plainFile = 0o100644;

/** Builds a zip that depends on the names and bytes of its files only. */
export async function writePackage(
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<WrittenPackage> {
  const sorted = [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level: 6,
    useWebWorkers: false,
    // The runtime's own deflate may differ between machines; the bundled one does not.
    useCompressionStream: false,
    keepOrder: true,
    extendedTimestamp: false,
    dataDescriptor: false,
    lastModDate: new Date(1980, 0, 1),
    rawLastModDate: firstDosMoment,
    unixMode: plainFile,
  });
  const entries: ManifestEntry[] = [];
  for (const { path, bytes } of sorted) {
    await writer.add(path, new Uint8ArrayReader(bytes));
    entries.push({ path, size: bytes.length, sha256: await sha256(bytes) });
  }
  const bytes = await writer.close();
  const manifest = { sha256: await sha256(bytes), size: bytes.length, files: entries };
  return { bytes, manifest };
}
