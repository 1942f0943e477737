import type { Finding } from "../../findings/finding.ts";
import { containerKind, type ContainerKind } from "../../malware/decoding/container-kind.ts";
import { Handover } from "../../packages/handover.ts";
import { SecretScan } from "../secret-scan.ts";
import { archiveNotRead, inArchive } from "./archive-findings.ts";
import { unpacked, type PackedBudget } from "./unpacked.ts";

/** Archives in archives; more is refused long before. */
const mostDepth = 4;
/** More of one archive say nothing new. */
const mostFindings = 100;
const headBytes = 4;

/** Looks for secrets in a file, given piece by piece, and in what is packed in it. */
export class FileSecrets {
  readonly #path: string;
  readonly #budget: PackedBudget;
  readonly #depth: number;
  readonly #scan: SecretScan;
  readonly #inside: Finding[] = [];
  #head: Uint8Array = new Uint8Array(0);
  #unpacking: Handover | undefined;

  constructor(path: string, budget: PackedBudget, depth = 0) {
    this.#path = path;
    this.#budget = budget;
    this.#depth = depth;
    this.#scan = new SecretScan(path);
  }

  /** The memory of a chunk may be used again afterwards. */
  async push(chunk: Uint8Array): Promise<void> {
    await this.#scan.push(chunk);
    if (this.#head.length >= headBytes) {
      await this.#unpacking?.push(chunk.slice());
      return;
    }
    this.#head = Buffer.concat([this.#head, chunk]);
    if (this.#head.length < headBytes) return;
    const kind = this.#depth < mostDepth ? containerKind(this.#head) : undefined;
    if (kind !== undefined) this.#unpacking = new Handover((chunks) => this.#unpack(kind, chunks));
    await this.#unpacking?.push(this.#head);
    this.#head = this.#head.slice(0, headBytes);
  }

  async end(): Promise<Finding[]> {
    try {
      await this.#unpacking?.end();
    } catch (error) {
      this.#inside.push(archiveNotRead(this.#path, error));
    }
    return [...(await this.#scan.end()), ...this.#inside];
  }

  async #unpack(kind: ContainerKind, chunks: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const { path, bytes } of unpacked(kind, chunks, this.#budget)) {
      const within = new FileSecrets(`${this.#path}/${path}`, this.#budget, this.#depth + 1);
      for await (const chunk of bytes) await within.push(chunk);
      const room = mostFindings - this.#inside.length;
      const findings = (await within.end()).slice(0, room);
      this.#inside.push(...findings.map((finding) => inArchive(this.#path, path, finding)));
    }
  }
}
