import type { JsonObject, PackageStore } from "../../shared/ports.ts";
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

  async put(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.#packages.write(packageBlob(sha256), bytes, {
      ifMatch: "none",
      contentType: "application/zip",
    });
  }

  async read(sha256: string): Promise<Uint8Array | undefined> {
    return (await this.#packages.read(packageBlob(sha256)))?.value;
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
