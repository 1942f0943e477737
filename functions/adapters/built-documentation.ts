import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Documentation } from "../../shared/ports/outside.ts";

/** The files that the build puts beside the bundle. They change only with it, so each is read once. */
export class BuiltDocumentation implements Documentation {
  readonly #folder: string;
  readonly #read = new Map<string, Promise<Uint8Array>>();

  constructor(folder: string = import.meta.dirname) {
    this.#folder = folder;
  }

  read(name: string): Promise<Uint8Array> {
    const found = this.#read.get(name) ?? this.#open(name);
    this.#read.set(name, found);
    return found;
  }

  async #open(name: string): Promise<Uint8Array> {
    try {
      return await readFile(path.join(this.#folder, name));
    } catch (cause) {
      this.#read.delete(name);
      throw new Error(`${name} is missing beside the bundle. Build the app: npm run build.`, {
        cause,
      });
    }
  }
}
