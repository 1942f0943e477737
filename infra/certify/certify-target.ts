import { type FileHandle, open, stat } from "node:fs/promises";
import path from "node:path";
import { EmbeddedScanner } from "../../functions/adapters/malware/embedded-scanner.ts";
import { certifyPackage } from "../../shared/checks/certify-package.ts";
import type { CertificationFacts } from "../../shared/checks/facts/certification-facts.ts";
import { readAndScan, type ScannedContents } from "../../shared/checks/read-and-scan.ts";
import { builtInSignatures } from "../../shared/malware/signatures/parse-signatures.ts";
import { type ByteSource, wholeOf } from "../../shared/packages/byte-source.ts";
import { readPackage } from "../../shared/packages/read-package.ts";
import { sha256Of } from "../../shared/packages/sha256.ts";
import type { Certified } from "./certified.ts";
import { checkNames } from "./check-names.ts";
import { certifyFile } from "./certify-file.ts";
import { certifyFolder } from "./certify-folder.ts";
import { NotCheckable } from "./not-checkable.ts";
import { readFolder } from "./read-folder.ts";

const scanner = new EmbeddedScanner(builtInSignatures());

/** What certification would find in a package zip, a folder or a single template; the scan for malware with it. */
export async function certifyTarget(named: string, facts: CertificationFacts): Promise<Certified> {
  const target = path.resolve(named);
  const found = await stat(target).catch(() => undefined);
  if (!found) throw new NotCheckable(`There is no file or folder ${named}.`);
  if (found.isDirectory()) return certifyAll(target, facts);
  if (/\.jsonc?$/i.test(target)) return certifyFile(target, facts, scanner);
  const file = await open(target);
  try {
    return await certifyZip(named, sourceOf(file, found.size), facts);
  } finally {
    await file.close();
  }
}

async function certifyAll(folder: string, facts: CertificationFacts): Promise<Certified> {
  const { sha256, links } = await readFolder(folder);
  const reading = await readAndScan(
    async (look) => ({ ok: true, package: await readFolder(folder, look) }),
    { sha256, scanner },
  );
  if (!reading.ok) throw new NotCheckable(`${folder} could not be read.`);
  const findings = [
    ...checkNames(reading.package.files, links),
    ...certifyFolder(reading.package, facts),
  ];
  return { kind: "folder", ...certified(reading.package, findings) };
}

async function certifyZip(
  named: string,
  source: ByteSource,
  facts: CertificationFacts,
): Promise<Certified> {
  const head = await source.read(0, Math.min(2, source.size));
  if (head[0] !== 0x50 || head[1] !== 0x4b)
    throw new NotCheckable(`${named} is neither a zip nor a .json file.`);
  const sha256 = await sha256Of(wholeOf(source));
  const reading = await readAndScan((look) => readPackage(source, { look }), { sha256, scanner });
  if (!reading.ok) return { kind: "package", findings: reading.findings, files: [] };
  const findings = certifyPackage(reading.package, facts);
  return { kind: "package", ...certified(reading.package, findings) };
}

const certified = (
  { malware, secrets, files }: ScannedContents,
  findings: Certified["findings"],
): Omit<Certified, "kind"> => ({ findings: [...malware, ...secrets, ...findings], files });

const sourceOf = (file: FileHandle, size: number): ByteSource => ({
  size,
  read: async (offset, length) => {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  },
});
