import type { Finding } from "../../../shared/findings/finding.ts";
import type { Asset } from "../../../shared/offers/asset.ts";
import type { ByteSource } from "../../../shared/packages/byte-source.ts";
import type { PackageContents } from "../../../shared/packages/package-contents.ts";
import type { PackageReading } from "../../../shared/packages/read-package.ts";
import type { Ports } from "../../../shared/ports.ts";
import { changedSince } from "./changed-since.ts";

type ExaminedPackage<Contents> =
  | { readonly ok: true; readonly source: ByteSource; readonly contents: Contents }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** The uploaded package, if it still is what was examined; `field` refers to it. */
export async function examinedPackage<Contents extends PackageContents>(
  ports: Ports,
  asset: Asset,
  field: string,
  read: (source: ByteSource) => Promise<PackageReading<Contents>>,
): Promise<ExaminedPackage<Contents>> {
  const source = await ports.uploads.open(asset.blob);
  if (source === undefined) return { ok: false, findings: [changedSince(asset, field)] };
  const reading = await read(source);
  if (!reading.ok) {
    return { ok: false, findings: reading.findings.map((finding) => ({ ...finding, field })) };
  }
  return reading.package.sha256 === asset.sha256
    ? { ok: true, source, contents: reading.package }
    : { ok: false, findings: [changedSince(asset, field)] };
}
