import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { EmbeddedScanner } from "../../functions/adapters/malware/embedded-scanner.ts";
import { fingerprintOf } from "../../shared/findings/fingerprint.ts";
import { malwareFindings } from "../../shared/malware/malware-findings.ts";
import { scannedContents } from "../../shared/malware/scanned-contents.ts";
import { builtInSignatures } from "../../shared/malware/signatures/parse-signatures.ts";
import type { CertificationFacts } from "../../shared/checks/facts/certification-facts.ts";
import { certifyPackage } from "../../shared/checks/certify-package.ts";
import { readPackage } from "../../shared/packages/read-package.ts";
import type { Certified } from "./certified.ts";
import { certifyFile } from "./certify-file.ts";
import { certifyFolder } from "./certify-folder.ts";
import { NotCheckable } from "./not-checkable.ts";
import { readFolder } from "./read-folder.ts";

/** What certification would find there, and the scan for malware with it. */
export async function certifyTarget(named: string, facts: CertificationFacts): Promise<Certified> {
  const certified = await certifyRules(named, facts);
  const { files } = certified;
  const sha256 = fingerprintOf(...files.map((file) => file.sha256));
  const verdict = await scanner.scan(scannedContents({ sha256, files }));
  return { ...certified, findings: [...malwareFindings(verdict, sha256), ...certified.findings] };
}

const scanner = new EmbeddedScanner(builtInSignatures());

/** Certifies a package zip, a folder, or a single template. */
async function certifyRules(named: string, facts: CertificationFacts): Promise<Certified> {
  const target = path.resolve(named);
  const found = await stat(target).catch(() => undefined);
  if (!found) throw new NotCheckable(`There is no file or folder ${named}.`);
  if (found.isDirectory()) {
    const contents = await readFolder(target);
    return { kind: "folder", findings: certifyFolder(contents, facts), files: contents.files };
  }
  if (/\.jsonc?$/i.test(target)) return certifyFile(target, facts);
  const bytes = await readFile(target);
  if (bytes.subarray(0, 2).toString("latin1") !== "PK")
    throw new NotCheckable(`${named} is neither a zip nor a .json file.`);
  const reading = await readPackage(bytes);
  if (!reading.ok) return { kind: "package", findings: reading.findings, files: [] };
  const { files } = reading.package;
  return { kind: "package", findings: certifyPackage(reading.package, facts), files };
}
