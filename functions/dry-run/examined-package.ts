import { readAndScan, type ScannedContents } from "../../shared/checks/read-and-scan.ts";
import type { Finding } from "../../shared/findings/finding.ts";
import type { Asset } from "../../shared/offers/asset.ts";
import { readPackage } from "../../shared/packages/read-package.ts";
import type { Ports } from "../../shared/ports.ts";
import { changedSince } from "../activities/packages/changed-since.ts";

type ExaminedPackage =
  | { readonly ok: true; readonly contents: ScannedContents }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The uploaded package, if it still is what was examined; `field` refers to it. */
export async function examinedPackage(
  { uploads, malware }: Ports,
  asset: Asset,
  field: string,
): Promise<ExaminedPackage> {
  const source = await uploads.open(asset.blob);
  if (source === undefined) return { ok: false, findings: [changedSince(asset, field)] };
  const reading = await readAndScan((look) => readPackage(source, { look }), {
    sha256: asset.sha256 ?? "",
    scanner: malware,
    stored: source.stored,
  });
  if (!reading.ok) {
    return { ok: false, findings: reading.findings.map((finding) => ({ ...finding, field })) };
  }
  return reading.package.sha256 === asset.sha256
    ? { ok: true, contents: reading.package }
    : { ok: false, findings: [changedSince(asset, field)] };
}
