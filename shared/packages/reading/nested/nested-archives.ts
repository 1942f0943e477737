import type { ListedEntry } from "../listed-entry.ts";
import type { Finding } from "../../../findings/finding.ts";
import type { PackageLimits } from "../package-limits.ts";
import type { Allowance } from "./allowance.ts";
import { checkNested } from "./check-nested.ts";
import { isZip } from "./is-zip.ts";

/** Larger ones are not looked into here; who scans for malware says so. */
const mostHeld = 32 * 1024 * 1024;

/** Sees the content of one file. */
export interface NestedWatch {
  push(chunk: Uint8Array): void;
  end(): Promise<Finding | undefined>;
}

/** Looks into the zips among a package's files: what they hold counts like the package's own. */
export class NestedArchives {
  readonly #limits: PackageLimits;
  readonly #allowance: Allowance;

  constructor(limits: PackageLimits, entries: readonly ListedEntry[]) {
    this.#limits = limits;
    const taken = entries.reduce((sum, entry) => sum + entry.size, 0);
    this.#allowance = {
      bytes: limits.totalBytes - taken,
      entries: limits.entries - entries.length,
    };
  }

  watch(path: string, size: number): NestedWatch {
    const chunks: Uint8Array[] = [];
    let wanted = size <= mostHeld;
    return {
      push: (chunk) => {
        if (chunks.length === 0 && !isZip(chunk)) wanted = false;
        // The memory of a chunk is used again for the next one.
        if (wanted) chunks.push(chunk.slice());
      },
      end: async () => {
        if (!wanted || chunks.length === 0) return undefined;
        const archive = { path, bytes: Buffer.concat(chunks), depth: 1 };
        return checkNested(archive, this.#limits, this.#allowance);
      },
    };
  }
}
