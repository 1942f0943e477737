import type { OfferKey } from "../../shared/offers/offer-key.ts";
import type { JsonObject, Versioned } from "../../shared/ports/values.ts";
import type { OfferDocuments } from "../../shared/ports/offers.ts";
import type { Container } from "./storage/container.ts";
import type { StorageAccount } from "./storage/storage-account.ts";

/** Offer documents as blobs; the draft's ETag is the blob's. */
export class BlobOfferDocuments implements OfferDocuments {
  readonly #container: Container;

  constructor(account: StorageAccount) {
    this.#container = account.container("offers");
  }

  async readDraft(key: OfferKey): Promise<Versioned<JsonObject> | undefined> {
    return this.#container.readJson(draft(key));
  }

  async writeDraft(
    key: OfferKey,
    document: JsonObject,
    ifMatch: string | undefined,
  ): Promise<string | undefined> {
    return this.#container.writeJson(draft(key), document, { ifMatch });
  }

  async freeze(key: OfferKey, number: number, document: JsonObject): Promise<void> {
    await this.#container.writeJson(version(key, number), document, { ifMatch: "none" });
  }

  async readVersion(key: OfferKey, number: number): Promise<JsonObject | undefined> {
    return (await this.#container.readJson(version(key, number)))?.value;
  }
}

const draft = (key: OfferKey): string => `${key.publisherId}/${key.offerId}/draft.json`;
const version = (key: OfferKey, number: number): string =>
  `${key.publisherId}/${key.offerId}/versions/${String(number)}.json`;
