import type { ByteSource } from "../../shared/packages/byte-source.ts";
import type { JsonObject } from "../../shared/ports/values.ts";
import type { PackageStore } from "../../shared/ports/files.ts";
import type { Container } from "./storage/container.ts";
import type { StorageAccount } from "./storage/storage-account.ts";

/** Packages under their SHA-256, and reports by name. */
export class BlobPackageStore implements PackageStore {
  readonly #packages: Container;
  readonly #reports: Container;

  constructor(account: StorageAccount) {
    this.#packages = account.container("packages");
    this.#reports = account.container("reports");
  }

  async put(sha256: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    if ((await this.open(sha256)) !== undefined) return;
    await this.#packages.writeStream(packageBlob(sha256), bytes, {
      ifMatch: "none",
      contentType: "application/zip",
    });
  }

  open(sha256: string): Promise<ByteSource | undefined> {
    return this.#packages.open(packageBlob(sha256));
  }

  async link(sha256: string, expiresAt: Date): Promise<string> {
    return this.#packages.sign(packageBlob(sha256), "r", expiresAt);
  }

  async writeReport(name: string, report: JsonObject): Promise<void> {
    await this.#reports.writeJson(name, report);
  }

  async readReport(name: string): Promise<JsonObject | undefined> {
    return (await this.#reports.readJson(name))?.value;
  }
}

const packageBlob = (sha256: string): string => `${sha256}.zip`;
