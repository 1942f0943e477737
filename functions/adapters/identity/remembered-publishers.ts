import type { Publisher } from "../../../shared/identity/publisher.ts";
import type { Publishers } from "../../../shared/ports/callers.ts";
import { Remembered } from "./remembered.ts";

const seconds = 15;

/** Publishers that are kept for a moment, because every answer about operations asks for one. */
export class RememberedPublishers implements Publishers {
  readonly #publishers: Publishers;
  readonly #entries = new Remembered<Publisher>(seconds * 1000);

  constructor(publishers: Publishers) {
    this.#publishers = publishers;
  }

  read(publisherId: string): Promise<Publisher | undefined> {
    return this.#entries.get(publisherId, () => this.#publishers.read(publisherId));
  }

  list(): Promise<readonly Publisher[]> {
    return this.#publishers.list();
  }

  async put(publisher: Publisher): Promise<void> {
    await this.#publishers.put(publisher);
    this.#entries.forget(publisher.publisherId);
  }
}
