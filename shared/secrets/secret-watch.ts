import type { Finding } from "../findings/finding.ts";
import { drain, leftOpen } from "../packages/chunks.ts";
import type { PackageMember } from "../packages/package-contents.ts";
import { defaultPackageLimits } from "../packages/reading/package-limits.ts";
import { CappedFindings } from "./capped-findings.ts";
import { FileSecrets } from "./packed/file-secrets.ts";

/** Nobody mends more than that at once. */
const most = { error: 500, warning: 500 };
/** Opening an archive takes longer than it takes to write one into a text. */
const mostStrings = 1000;

/** Looks for secrets in files that pass by on their way to somebody else. */
export class SecretWatch {
  readonly #findings = new CappedFindings(most);
  /** Of what comes out of archives among the files. */
  readonly #budget = { bytes: defaultPackageLimits.totalBytes, strings: mostStrings };

  get findings(): readonly Finding[] {
    return this.#findings.all();
  }

  watch(members: AsyncIterable<PackageMember>): AsyncIterable<PackageMember> {
    return leftOpen(this.#watched(members));
  }

  async *#watched(members: AsyncIterable<PackageMember>): AsyncGenerator<PackageMember> {
    for await (const member of members) {
      const scan = new FileSecrets(member.path, this.#budget);
      const bytes = leftOpen(passedTo(scan, member.bytes));
      yield { ...member, bytes };
      await drain(bytes);
      this.#findings.add(await scan.end());
    }
  }
}

async function* passedTo(scan: FileSecrets, chunks: AsyncIterable<Uint8Array>) {
  for await (const chunk of chunks) {
    await scan.push(chunk);
    yield chunk;
  }
}
