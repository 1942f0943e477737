import type { Finding } from "../findings/finding.ts";
import { drain, leftOpen } from "../packages/chunks.ts";
import type { PackageMember } from "../packages/package-contents.ts";
import { SecretScan } from "./secret-scan.ts";

/** Looks for secrets in files that pass by on their way to somebody else, and are not held. */
export class SecretWatch {
  readonly #findings: Finding[] = [];

  get findings(): readonly Finding[] {
    return this.#findings;
  }

  watch(members: AsyncIterable<PackageMember>): AsyncIterable<PackageMember> {
    return leftOpen(this.#watched(members));
  }

  async *#watched(members: AsyncIterable<PackageMember>): AsyncGenerator<PackageMember> {
    for await (const member of members) {
      if (member.isHeld) yield member;
      else yield* this.#scanned(member);
    }
  }

  async *#scanned(member: PackageMember): AsyncGenerator<PackageMember> {
    const scan = new SecretScan(member.path);
    const bytes = leftOpen(passedTo(scan, member.bytes));
    yield { ...member, bytes };
    await drain(bytes);
    this.#findings.push(...scan.end());
  }
}

async function* passedTo(scan: SecretScan, chunks: AsyncIterable<Uint8Array>) {
  for await (const chunk of chunks) {
    scan.push(chunk);
    yield chunk;
  }
}
