import { gathered } from "../chunks.ts";
import type { PackageMember } from "../package-contents.ts";

const mebibyte = 1024 * 1024;

/** Small files are worth keeping, as they are read again; all JSON files have to be kept. */
const most = { each: mebibyte / 4, together: 8 * mebibyte };

export const isJson = (path: string): boolean => /\.jsonc?$/i.test(path);

/** Decides which files stay in memory while a package is read. */
export class Holding {
  #held = 0;

  /** Answers the file's content when it is one to keep. */
  async hold({
    path,
    size,
    bytes,
  }: Pick<PackageMember, "path" | "size" | "bytes">): Promise<Uint8Array | undefined> {
    if (!isJson(path)) {
      if (size > most.each || this.#held + size > most.together) return undefined;
      this.#held += size;
    }
    return gathered(bytes, size);
  }
}
