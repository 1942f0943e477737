import type { Finding } from "../../../shared/findings/finding.ts";
import type { Asset } from "../../../shared/offers/asset.ts";
import type { PackageContents } from "../../../shared/packages/package-contents.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";
import type { Ports } from "../../../shared/ports.ts";
import { changedSince } from "./changed-since.ts";

export type ExaminedPackage =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly contents: PackageContents }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The uploaded package, if it still is what was examined; `field` refers to it. */
export async function examinedPackage(
  ports: Ports,
  asset: Asset,
  field: string,
): Promise<ExaminedPackage> {
  const bytes = await ports.uploads.read(asset.blob);
  if (bytes === undefined) return { ok: false, findings: [changedSince(asset, field)] };
  const reading = await readPackage(bytes);
  if (!reading.ok) {
    return { ok: false, findings: reading.findings.map((finding) => ({ ...finding, field })) };
  }
  return reading.package.sha256 === asset.sha256
    ? { ok: true, bytes, contents: reading.package }
    : { ok: false, findings: [changedSince(asset, field)] };
}
