import { fail } from "../evaluate/failure.ts";
import type { Symbolic } from "./symbolic.ts";

/** What an expression can be. */
export type ArmValue =
  null | boolean | number | string | readonly ArmValue[] | ArmObject | Symbolic;

/** Longer names are nobody's; each is looked at again and again. */
export const longestName = 4096;

/** An object whose names are found whatever their letter case, and stay as first written. */
export class ArmObject {
  readonly #entries = new Map<string, [name: string, value: ArmValue]>();

  static of(entries: Iterable<readonly [string, ArmValue]>): ArmObject {
    const object = new ArmObject();
    for (const [name, value] of entries) object.set(name, value);
    return object;
  }

  set(name: string, value: ArmValue): void {
    if (name.length > longestName)
      fail(`a property has a name of more than ${longestName} characters`, "name-too-long");
    const key = name.toLowerCase();
    this.#entries.set(key, [this.#entries.get(key)?.[0] ?? name, value]);
  }

  get(name: string): ArmValue | undefined {
    return this.#entries.get(name.toLowerCase())?.[1];
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  get size(): number {
    return this.#entries.size;
  }

  get entries(): (readonly [name: string, value: ArmValue])[] {
    return [...this.#entries.values()];
  }

  get names(): string[] {
    return this.entries.map(([name]) => name);
  }
}
