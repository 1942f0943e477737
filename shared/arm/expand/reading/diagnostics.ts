import type { JsonDocument } from "../../json/json-document.ts";
import type { Diagnostic } from "../expansion.ts";

const most = 500;

/** Collects what is found, each thing once however often a copy meets it. */
export class Diagnostics {
  readonly #found = new Map<string, Diagnostic>();

  add(code: string, message: string, document: JsonDocument, offset: number): void {
    const key = `${document.file}\n${offset}\n${code}`;
    if (this.#found.has(key) || this.#found.size >= most) return;
    const { line, column } = document.positionAt(offset);
    this.#found.set(key, { code, message, file: document.file, line, column });
  }

  get list(): Diagnostic[] {
    return [...this.#found.values()];
  }
}
