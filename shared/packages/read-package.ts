import type { Finding } from "../findings/finding.ts";
import { inMemory, type ByteSource } from "./byte-source.ts";
import type { PackageContents, PackageMember } from "./package-contents.ts";
import { ArchivePass } from "./reading/archive/archive-pass.ts";
import { checkEntry, tooMuch } from "./reading/check-entry.ts";
import { checkTotals } from "./reading/check-totals.ts";
import { checkCollisions } from "./reading/entry-names.ts";
import { listEntries } from "./reading/list-entries.ts";
import { defaultPackageLimits, type PackageLimits } from "./reading/package-limits.ts";

export type PackageReading<Contents extends PackageContents = PackageContents> =
  { ok: true; package: Contents } | { ok: false; findings: Finding[] };

/** Sees every file while it is unpacked; what it does not read is read all the same. */
export type Look = (members: AsyncIterable<PackageMember>) => Promise<void>;

interface ReadingOptions {
  limits?: PackageLimits;
  look?: Look;
}

/**
 * Reads an uploaded zip once, from its first byte to its last, and holds it to what it claims; or
 * says everything that speaks against taking it. Memory holds a few pieces of it at a time, and
 * the files that rules read.
 */
export async function readPackage(
  from: Uint8Array | ByteSource,
  { limits = defaultPackageLimits, look }: ReadingOptions = {},
): Promise<PackageReading> {
  const source = from instanceof Uint8Array ? inMemory(from) : from;
  if (source.size > limits.zipBytes) {
    return refused(tooMuch(`The package has ${source.size} bytes`, limits.zipBytes));
  }
  const listing = await listEntries(source, limits);
  if (!listing.ok) return refused(listing.finding);
  const { entries } = listing;
  const findings = [
    ...entries.flatMap((entry) => checkEntry(entry, limits)),
    ...checkCollisions(entries, limits),
    ...checkTotals(entries, source.size, limits),
  ];
  if (findings.length > 0) return { ok: false, findings };
  const pass = new ArchivePass(source, listing, limits);
  try {
    await look?.(pass.members());
    return { ok: true, package: await pass.finish() };
  } catch (error) {
    if (pass.refusal !== undefined) return refused(pass.refusal);
    throw error;
  }
}

const refused = (finding: Finding): PackageReading => ({ ok: false, findings: [finding] });
