import { randomUUID } from "node:crypto";

/** Keys of stored messages: they sort in the order in which the messages were accepted. */
export class MessageKeys {
  #count = 0;
  readonly #process = randomUUID().slice(0, 8);

  next(at: Date): string {
    this.#count += 1;
    const time = String(at.getTime()).padStart(15, "0");
    return `${time}-${String(this.#count).padStart(9, "0")}-${this.#process}`;
  }
}
