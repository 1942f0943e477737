import type { Finding } from "../../../findings/finding.ts";
import { Handover } from "../../handover.ts";
import { isZip } from "../../is-zip.ts";
import type { ListedEntry } from "../listed-entry.ts";
import type { PackageLimits } from "../package-limits.ts";
import { checkHeld } from "./check-held.ts";
import { checkPassing } from "./check-passing.ts";
import type { NestedContext, NestedPlace, NestedWatch } from "./nested-context.ts";

/** Small ones are read like any program would; larger ones must be readable as they pass. */
const mostHeld = 8 * 1024 * 1024;

/** Looks into the zips among a package's files: what they hold counts like the package's own. */
export class NestedArchives implements NestedContext {
  readonly limits: PackageLimits;
  readonly allowance: { bytes: number; entries: number };

  constructor(limits: PackageLimits, entries: readonly ListedEntry[]) {
    this.limits = limits;
    const taken = entries.reduce((sum, entry) => sum + entry.size, 0);
    this.allowance = {
      bytes: limits.totalBytes - taken,
      entries: limits.entries - entries.length,
    };
  }

  watch(path: string, depth = 1): NestedWatch {
    return new ContentWatch({ path, depth }, this);
  }
}

/** Holds a content for as long as it may be a small archive. */
class ContentWatch implements NestedWatch {
  readonly #place: NestedPlace;
  readonly #context: NestedContext;
  #isWanted = true;
  #held: Uint8Array[] = [];
  #size = 0;
  #passing: Handover | undefined;
  #finding: Finding | undefined;

  constructor(place: NestedPlace, context: NestedContext) {
    this.#place = place;
    this.#context = context;
  }

  push(chunk: Uint8Array): Promise<void> | undefined {
    if (!this.#isWanted) return undefined;
    if (this.#passing) return this.#passing.push(chunk.slice());
    this.#held.push(chunk.slice());
    this.#size += chunk.length;
    // The first bytes tell, if they are there already.
    if (this.#size - chunk.length < 4 && this.#size >= 4) this.#decide();
    return this.#size > mostHeld ? this.#pass() : undefined;
  }

  async end(): Promise<Finding | undefined> {
    await this.#passing?.end();
    if (this.#passing) return this.#finding;
    if (!this.#isWanted || this.#size < 4) return undefined;
    return checkHeld(this.#place, Buffer.concat(this.#held.splice(0)), this.#context);
  }

  #decide(): void {
    this.#isWanted = isZip(Buffer.concat(this.#held));
    if (!this.#isWanted) this.#held = [];
  }

  async #pass(): Promise<void> {
    const passing = new Handover(async (chunks) => {
      this.#finding = await checkPassing(this.#place, chunks, this.#context);
    });
    this.#passing = passing;
    for (const held of this.#held.splice(0)) await passing.push(held);
  }
}
