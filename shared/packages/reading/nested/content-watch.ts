import type { Finding } from "../../../findings/finding.ts";
import { Handover } from "../../handover.ts";
import { mayBeZip } from "../../is-zip.ts";
import { checkHeld } from "./check-held.ts";
import { checkPassing } from "./check-passing.ts";
import type { NestedContext, NestedPlace, NestedWatch } from "./nested-context.ts";

/** Small ones are read like any program would; larger ones must be readable as they pass. */
export const mostHeld = 8 * 1024 * 1024;

/** Holds a content for as long as it may be a small archive. */
export class ContentWatch implements NestedWatch {
  readonly #place: NestedPlace;
  readonly #context: NestedContext;
  #isWanted = true;
  #size = 0;
  #passing: Handover | undefined;
  #finding: Finding | undefined;

  constructor(place: NestedPlace, context: NestedContext) {
    this.#place = place;
    this.#context = context;
  }

  push(chunk: Uint8Array): Promise<void> | undefined {
    this.#isWanted &&= mayBeZip(chunk, this.#size);
    if (!this.#isWanted) return undefined;
    if (this.#passing) return this.#passing.push(chunk.slice());
    if (this.#size + chunk.length > mostHeld) return this.#pass(chunk.slice());
    this.#room.set(chunk, this.#size);
    this.#size += chunk.length;
    return undefined;
  }

  get isHolding(): boolean {
    return this.#isWanted && this.#passing === undefined;
  }

  async end(): Promise<Finding | undefined> {
    await this.#passing?.end();
    if (this.#passing) return this.#finding;
    if (!this.#isWanted || this.#size < 4) return undefined;
    return checkHeld(this.#place, this.#room.subarray(0, this.#size), this.#context);
  }

  get #room(): Uint8Array {
    return this.#context.room(this.#place.depth);
  }

  async #pass(chunk: Uint8Array): Promise<void> {
    const passing = new Handover(async (chunks) => {
      this.#finding = await checkPassing(this.#place, chunks, this.#context);
    });
    this.#passing = passing;
    await passing.push(this.#room.slice(0, this.#size));
    await passing.push(chunk);
  }
}
