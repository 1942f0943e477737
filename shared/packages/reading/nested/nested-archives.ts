import type { ListedEntry } from "../listed-entry.ts";
import type { PackageLimits } from "../package-limits.ts";
import { ContentWatch, mostHeld } from "./content-watch.ts";
import type { NestedContext, NestedWatch } from "./nested-context.ts";

/** Looks into the zips among a package's files: what they hold counts like the package's own. */
export class NestedArchives implements NestedContext {
  readonly limits: PackageLimits;
  readonly allowance: { bytes: number; entries: number };
  readonly #rooms: Uint8Array[] = [];

  constructor(limits: PackageLimits, entries: readonly ListedEntry[]) {
    this.limits = limits;
    const taken = entries.reduce((sum, entry) => sum + entry.size, 0);
    this.allowance = { bytes: limits.totalBytes - taken, entries: limits.nestedEntries };
  }

  watch(path: string, depth = 1): NestedWatch {
    return new ContentWatch({ path, depth }, this);
  }

  room(depth: number): Uint8Array {
    return (this.#rooms[depth] ??= new Uint8Array(mostHeld));
  }
}
