import type { Finding } from "../../findings/finding.ts";
import { fileKind } from "../../malware/decoding/container-kind.ts";
import { otherArchive } from "../../malware/decoding/other-archive.ts";
import { Handover } from "../../packages/handover.ts";
import { ArchiveDamage } from "../../packages/reading/archive/archive-damage.ts";
import { CappedFindings } from "../capped-findings.ts";
import { SecretScan } from "../secret-scan.ts";
import { archiveNotRead, inArchive } from "./archive-findings.ts";
import { kindBytes, unpacked, type PackedBudget, type PackedKind } from "./unpacked.ts";

/** Archives in archives, where a packed tar is two; more zips are refused long before. */
const mostDepth = 6;
/** More of one archive say nothing new. */
const most = { error: 100, warning: 100 };
const inString = "an encoded string";

const secretOf = ({ errorId, evidence }: Finding): string => `${errorId ?? ""} ${evidence ?? ""}`;

/** Looks for secrets in a file, given piece by piece, and in what is packed in it. */
export class FileSecrets {
  readonly #path: string;
  readonly #budget: PackedBudget;
  readonly #depth: number;
  /** What stands behind a string in a text is no part of it; behind a file there is nothing. */
  readonly #isInString: boolean;
  readonly #scan: SecretScan;
  readonly #inside = new CappedFindings(most);
  #head: Uint8Array = new Uint8Array(0);
  #isBegun = false;
  readonly #tooMany: readonly Finding[];
  #unpacking: Handover | undefined;

  constructor(path: string, budget: PackedBudget, depth = 0, isInString = false) {
    this.#path = path;
    this.#isInString = isInString;
    this.#budget = budget;
    this.#depth = depth;
    const tooMany = new ArchiveDamage("stands in one of too many strings");
    this.#tooMany = [inArchive(path, inString, archiveNotRead(path, tooMany))];
    this.#scan = new SecretScan(path, (bytes) => this.#open(bytes));
  }

  /** The memory of a chunk may be used again afterwards. */
  async push(chunk: Uint8Array): Promise<void> {
    await this.#scan.push(chunk);
    if (this.#isBegun) {
      await this.#unpacking?.push(chunk.slice());
      return;
    }
    this.#head = Buffer.concat([this.#head, chunk]);
    if (this.#head.length >= kindBytes) await this.#begin();
  }

  async end(): Promise<Finding[]> {
    let isRead = true;
    try {
      if (!this.#isBegun) await this.#begin();
      await this.#unpacking?.end();
    } catch (error) {
      isRead = false;
      this.#notRead(error);
    }
    const inside = this.#inside.all(this.#path);
    // A tar holds its files as they are, so that they are seen twice.
    const told = new Set(isRead ? inside.map(secretOf) : []);
    const own = (await this.#scan.end()).filter((finding) => !told.has(secretOf(finding)));
    return [...own, ...inside];
  }

  async #begin(): Promise<void> {
    this.#isBegun = true;
    const other = otherArchive(this.#head);
    if (other !== undefined) this.#notRead(new ArchiveDamage(`is packed as ${other}`));
    const kind = fileKind(this.#head);
    if (kind === undefined) return;
    if (this.#depth >= mostDepth) {
      this.#notRead(new ArchiveDamage("lies in too many others"));
      return;
    }
    this.#unpacking = new Handover((chunks) => this.#unpack(kind, chunks));
    await this.#unpacking.push(this.#head);
    this.#head = new Uint8Array(0);
  }

  /** Always told: what nobody read may hold anything. */
  #notRead(error: unknown): void {
    this.#inside.keep(archiveNotRead(this.#path, error));
  }

  async #unpack(kind: PackedKind, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const files = unpacked(kind, chunks, this.#budget, this.#isInString);
    for await (const { path, bytes } of files) {
      const within = this.#within(path);
      try {
        for await (const chunk of bytes) await within.push(chunk);
      } finally {
        // What came before damage is no less in the package.
        const findings = await within.end();
        this.#inside.addOfFile(findings.map((finding) => inArchive(this.#path, path, finding)));
      }
    }
  }

  /** An archive in a string of a text. */
  async #open(bytes: Uint8Array): Promise<readonly Finding[]> {
    if (this.#budget.strings <= 0) return this.#tooMany;
    this.#budget.strings -= 1;
    const within = this.#within(inString, true);
    await within.push(bytes);
    return (await within.end()).map((finding) => inArchive(this.#path, inString, finding));
  }

  #within(path: string, isInString = false): FileSecrets {
    return new FileSecrets(`${this.#path}/${path}`, this.#budget, this.#depth + 1, isInString);
  }
}
