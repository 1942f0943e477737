import { z } from "zod";
import type { Ports } from "../../../shared/ports.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";
import type { ByteSource } from "../../../shared/packages/byte-source.ts";
import { gathered } from "../../../shared/packages/chunks.ts";
import { layoutOf } from "../../../shared/packages/layout/package-layout.ts";
import { unpackedFiles } from "../../../shared/packages/unpacked-files.ts";
import type { HeldFile, PackageContents } from "../../../shared/packages/package-contents.ts";
import { type PackageReading, readPackage } from "../../../shared/packages/read-package.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The packages a submission was published with, whatever is uploaded afterwards. */
export const SealedPackages = z.object({
  plans: z.array(z.object({ planId: z.string(), version: z.string(), sha256: Sha256 })),
  testDrive: z.object({ sha256: Sha256 }).optional(),
});
export type SealedPackages = z.infer<typeof SealedPackages>;
export type SealedPlan = SealedPackages["plans"][number];

const nameOf = ({ publisherId, offerId, number }: Submission) =>
  `${publisherId}/${offerId}/${String(number)}/sealed-packages.json`;

/** The seal of a submission, if it has one. */
export async function findSeal(
  ports: Ports,
  submission: Submission,
): Promise<SealedPackages | undefined> {
  const stored = await ports.packages.readReport(nameOf(submission));
  return stored === undefined ? undefined : SealedPackages.parse(stored);
}

/** The seal of a submission that has passed its prerequisites. */
export async function readSeal(ports: Ports, submission: Submission): Promise<SealedPackages> {
  const seal = await findSeal(ports, submission);
  if (seal === undefined) throw new Error(`${submission.submissionId} has no sealed packages`);
  return seal;
}

/** Seals a submission; the packages themselves must be in the package store. */
export async function writeSeal(
  ports: Ports,
  submission: Submission,
  seal: SealedPackages,
): Promise<void> {
  await ports.packages.writeReport(nameOf(submission), { ...seal });
}

/** A sealed package where it is kept, and what it holds. */
interface OpenedPackage<Contents> {
  readonly source: ByteSource;
  readonly contents: Contents;
}

/** Reads a sealed package. Its bytes were accepted when they were sealed, so a refusal is ours. */
export async function openSealed<Contents extends PackageContents>(
  ports: Ports,
  sha256: string,
  read: (source: ByteSource) => Promise<PackageReading<Contents>>,
): Promise<OpenedPackage<Contents>> {
  const source = await sourceOf(ports, sha256);
  const reading = await read(source);
  if (!reading.ok) throw new Error(`package ${sha256}: ${reading.findings[0]?.message ?? ""}`);
  const isSame = reading.package.sha256 === sha256;
  if (!isSame) throw new Error(`package ${sha256} is damaged in storage`);
  return { source, contents: reading.package };
}

/** What a sealed package holds. */
export async function unpackSealed(ports: Ports, sha256: string): Promise<PackageContents> {
  return (await openSealed(ports, sha256, readPackage)).contents;
}

/** The form of a sealed package, unpacked by itself: the rest of it may have been judged long ago. */
export async function sealedForm(
  ports: Ports,
  sha256: string,
): Promise<Pick<HeldFile, "path" | "bytes"> | undefined> {
  const files = await unpackedFiles(await sourceOf(ports, sha256));
  const form = layoutOf({ files }).createUiDefinition;
  return form && { path: form.path, bytes: await gathered(form.open(), form.size) };
}

async function sourceOf({ packages }: Ports, sha256: string): Promise<ByteSource> {
  const source = await packages.open(sha256);
  if (source === undefined) throw new Error(`package ${sha256} is missing in storage`);
  return source;
}
