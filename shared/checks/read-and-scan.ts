import type { Finding } from "../findings/finding.ts";
import { malwareFindings } from "../malware/malware-findings.ts";
import type { MalwareScanner } from "../malware/malware-scanner.ts";
import { notScanned } from "../malware/verdict-of.ts";
import type { MalwareVerdict } from "../malware/verdict.ts";
import type { ByteSource } from "../packages/byte-source.ts";
import { drain } from "../packages/chunks.ts";
import type { PackageContents } from "../packages/package-contents.ts";
import type { Look, PackageReading } from "../packages/read-package.ts";
import { SecretWatch } from "../secrets/secret-watch.ts";

/** A package that was read and scanned in one pass. */
export interface ScannedContents extends PackageContents {
  /** About malware, and about whoever looked for it. */
  malware: readonly Finding[];
  /** In files of any kind and size. */
  secrets: readonly Finding[];
}

interface ScanRequest {
  /** What the package should have. */
  sha256: string;
  scanner: MalwareScanner;
  stored?: ByteSource["stored"] | undefined;
}

/** Reads a package once, for everything that has to see all of it. */
export async function readAndScan(
  read: (look: Look) => Promise<PackageReading>,
  { sha256, scanner, stored }: ScanRequest,
): Promise<PackageReading<ScannedContents>> {
  const watch = new SecretWatch();
  let verdict: MalwareVerdict | undefined;
  const reading = await read(async (all) => {
    const members = watch.watch(all);
    verdict = await scanner.scan({
      sha256,
      members: () => members,
      ...(stored && { blob: stored }),
    });
    // Some scanners look elsewhere, and some see enough before the end.
    for await (const { bytes } of members) await drain(bytes);
  });
  if (!reading.ok) return reading;
  verdict ??= notScanned({ engine: "none", signatureVersion: "unknown", sha256 }, "Nobody looked.");
  const malware = malwareFindings(verdict, reading.package.sha256);
  return { ok: true, package: { ...reading.package, malware, secrets: watch.findings } };
}
