import type { CatalogueEntry } from "../../shared/catalogue/catalogue-entry.ts";
import { wholeOf } from "../../shared/packages/byte-source.ts";
import { sha256Of } from "../../shared/packages/sha256.ts";
import type { PackageStore, Regions } from "../../shared/ports/files.ts";
import type { Region } from "../config.ts";
import type { Container } from "./storage/container.ts";
import { StorageAccount } from "./storage/storage-account.ts";

/** One storage account per region, each with a copy of everything that customers deploy. */
export class RegionStorage implements Regions {
  readonly #containers: ReadonlyMap<string, Container>;
  readonly #packages: Pick<PackageStore, "open">;

  constructor(regions: readonly Region[], packages: Pick<PackageStore, "open">) {
    this.#packages = packages;
    this.#containers = new Map(
      regions.map(({ name, storage }) => [
        name,
        new StorageAccount(storage).container("catalogue"),
      ]),
    );
  }

  get names(): readonly string[] {
    return [...this.#containers.keys()];
  }

  async copyPackage(region: string, sha256: string): Promise<string> {
    const container = this.#container(region);
    const blob = `packages/${sha256}.zip`;
    const present = await hashOf(container, blob);
    if (present === sha256) return present;
    const source = await this.#packages.open(sha256);
    if (!source) throw new Error(`Package ${sha256} is not in the package store.`);
    await container.writeStream(blob, wholeOf(source), { contentType: "application/zip" });
    return (await hashOf(container, blob)) ?? "";
  }

  async copyEntry(region: string, entry: CatalogueEntry): Promise<void> {
    const { publisherId, offerId, submission } = entry;
    const blob = `entries/${publisherId}/${offerId}/${String(submission)}.json`;
    await this.#container(region).writeJson(blob, entry);
  }

  #container(region: string): Container {
    const container = this.#containers.get(region);
    if (!container) {
      throw new Error(
        `Region "${region}" is not configured; REGIONS names ${this.names.join(", ")}.`,
      );
    }
    return container;
  }
}

/** Of what the region holds, not of what was sent. */
async function hashOf(container: Container, blob: string): Promise<string | undefined> {
  const found = await container.open(blob);
  return found && sha256Of(wholeOf(found));
}
