import type { ListedEntry } from "../listed-entry.ts";
import type { Finding } from "../../../findings/finding.ts";
import type { ByteSource } from "../../byte-source.ts";
import type { PackageContents, PackageFile, PackageMember } from "../../package-contents.ts";
import { Holding } from "../holding.ts";
import { NestedArchives } from "../nested/nested-archives.ts";
import type { NestedWatch } from "../nested/nested-context.ts";
import { damageFinding } from "../package-findings.ts";
import type { PackageLimits } from "../package-limits.ts";
import { drain, inOnePiece, leftOpen } from "../../chunks.ts";
import { ArchiveDamage } from "./archive-damage.ts";
import { passGap } from "./between-entries.ts";
import { CheckedMember } from "./checked-member.ts";
import { passLocalHeader } from "./local-header.ts";
import { SequentialReader } from "./sequential-reader.ts";

/** The entries of an archive in the order in which they lie in it. */
interface Listed {
  entries: readonly ListedEntry[];
  directoryOffset: number;
}

/** Thrown through whoever is looking; the pass knows what it means. */
class Refused extends Error {
  override readonly name = "Refused";
}

/** One reading of an archive, from its first byte to its last. */
export class ArchivePass {
  readonly #source: ByteSource;
  readonly #listed: Listed;
  readonly #reader: SequentialReader;
  readonly #nested: NestedArchives;
  readonly #holding = new Holding();
  readonly #files: PackageFile[] = [];
  readonly #members: AsyncGenerator<PackageMember>;
  #refusal: Finding | undefined;
  /** Whoever looks at a file may have caught it. */
  #failure: { error: unknown } | undefined;

  constructor(source: ByteSource, listed: Listed, limits: PackageLimits) {
    this.#source = source;
    this.#listed = listed;
    this.#reader = new SequentialReader(source);
    this.#nested = new NestedArchives(limits, listed.entries);
    this.#members = this.#read();
  }

  /** Why the package cannot be taken, when reading it has thrown because of that. */
  get refusal(): Finding | undefined {
    return this.#refusal;
  }

  /** The files, each to be read before the next is asked for. */
  members(): AsyncIterable<PackageMember> {
    return leftOpen(this.#members);
  }

  /** Reads what was not looked at; throws what went wrong before, whoever caught it then. */
  async finish(): Promise<PackageContents> {
    await drain(this.members());
    this.#rethrow();
    const sha256 = await this.#reader.finish();
    return { size: this.#source.size, sha256, files: this.#files };
  }

  async *#read(): AsyncGenerator<PackageMember> {
    let before: ListedEntry | undefined;
    for (const entry of this.#listed.entries) {
      await this.#holdTo(before, () => passGap(this.#reader, before, entry.offset));
      await this.#holdTo(entry, () => passLocalHeader(this.#reader, entry));
      yield* this.#member(entry);
      before = entry;
    }
    await this.#holdTo(before, () => passGap(this.#reader, before, this.#listed.directoryOffset));
  }

  async *#member(entry: ListedEntry): AsyncGenerator<PackageMember> {
    const { filename: path, size } = entry;
    const checked = new CheckedMember(this.#reader, entry);
    const nested = this.#nested.watch(path);
    const bytes = leftOpen(this.#chunks(entry, checked, nested));
    const held = await this.#holding.hold({ path, size, bytes });
    const sum = async () => {
      await drain(bytes);
      this.#rethrow();
      return this.#holdTo(entry, () => checked.sha256());
    };
    if (!entry.isFolder) yield { path, size, bytes: held ? inOnePiece(held) : bytes, sha256: sum };
    const sha256 = await sum();
    if (!entry.isFolder) this.#files.push({ path, size, sha256, ...(held && { bytes: held }) });
  }

  /** A small archive goes on once it is judged: whoever looks at it does not unpack a bomb. */
  async *#chunks(entry: ListedEntry, checked: CheckedMember, nested: NestedWatch) {
    const held: Uint8Array[] = [];
    for (;;) {
      const chunk = await this.#holdTo(entry, () => checked.next());
      if (chunk === undefined) break;
      const taken = nested.push(chunk);
      if (taken !== undefined) await taken;
      held.push(nested.isHolding ? chunk.slice() : chunk);
      if (!nested.isHolding) yield* held.splice(0);
    }
    await this.#holdTo(entry, () => checked.sha256());
    const refusal = await nested.end();
    if (refusal !== undefined) this.#refuse(refusal);
    yield* held;
  }

  async #holdTo<T>(entry: ListedEntry | undefined, read: () => Promise<T> | T): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof ArchiveDamage)
        this.#refuse(damageFinding(error.message, entry?.filename));
      this.#failure ??= { error };
      throw error;
    }
  }

  #refuse(finding: Finding): never {
    this.#refusal ??= finding;
    this.#failure ??= { error: new Refused(finding.message) };
    throw this.#failure.error;
  }

  #rethrow(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}
