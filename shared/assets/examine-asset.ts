import { isBlocking } from "../findings/blocking.ts";
import type { Finding } from "../findings/finding.ts";
import type { Asset, AssetKind } from "../offers/asset.ts";
import { examineAudience } from "../offers/audience/examine-audience.ts";
import { type ByteSource, wholeOf } from "../packages/byte-source.ts";
import { readPackage } from "../packages/read-package.ts";
import { sha256Of } from "../packages/sha256.ts";
import { type AssetFormat, sniff } from "../packages/sniff.ts";
import { assetNotices } from "./asset-notices.ts";
import { mostBytesOf } from "./most-bytes.ts";
import { endsAsPng, pngSize } from "./png-size.ts";

/** The format each kind must have; what a file is called means nothing. */
const formats: Readonly<Record<AssetKind, AssetFormat>> = {
  package: "zip",
  "test-drive-package": "zip",
  logo: "png",
  screenshot: "png",
  document: "pdf",
  audience: "csv",
};
const contentTypes: Readonly<Record<AssetFormat, string>> = {
  zip: "application/zip",
  png: "image/png",
  pdf: "application/pdf",
  json: "application/json",
  csv: "text/csv",
  unknown: "application/octet-stream",
};

interface Content {
  readonly findings: readonly Finding[];
  readonly image?: { width: number; height: number };
  /** Of the whole file, where it was read as a whole. */
  readonly sha256?: string;
}

/** Looks into an asset and accepts or rejects it; the same bytes get the same verdict. */
export async function examineAsset(asset: Asset, source: ByteSource, at: string): Promise<Asset> {
  if (asset.state !== "awaiting-upload") {
    if (asset.sha256 === (await sha256Of(wholeOf(source)))) return asset;
    // What a submission may already rely on never changes under it.
    return { ...asset, state: "rejected", findings: [assetNotices.overwritten()], examinedAt: at };
  }
  const format = formatOf(asset.kind, await source.read(0, Math.min(64, source.size)));
  const content = await contentOf(asset.kind, format, source);
  return {
    ...asset,
    state: content.findings.some(isBlocking) ? "rejected" : "accepted",
    sha256: content.sha256 ?? (await sha256Of(wholeOf(source))),
    size: source.size,
    contentType: contentTypes[format],
    ...(content.image && { image: content.image }),
    findings: content.findings.slice(0, mostFindings),
    examinedAt: at,
  };
}

/** Only who expects comma-separated values can tell them from other text. */
function formatOf(kind: AssetKind, head: Uint8Array): AssetFormat {
  const format = sniff(head);
  return kind === "audience" && format === "unknown" ? "csv" : format;
}

/** More would not fit into a row, and a person needs no more to know what to do. */
const mostFindings = 30;

async function contentOf(
  kind: AssetKind,
  format: AssetFormat,
  source: ByteSource,
): Promise<Content> {
  const expected = formats[kind];
  if (format !== expected) return { findings: [assetNotices.wrongFormat(kind, expected, format)] };
  if (format === "zip") {
    const reading = await readPackage(source);
    if (!reading.ok) return { findings: reading.findings };
    return { findings: [], sha256: reading.package.sha256 };
  }
  if (source.size > mostBytesOf[kind])
    return { findings: [assetNotices.tooLarge(source.size, mostBytesOf[kind])] };
  const bytes = await source.read(0, source.size);
  if (format === "csv") return { findings: examineAudience(bytes) };
  return format === "png" ? imageOf(bytes) : { findings: [] };
}

function imageOf(bytes: Uint8Array): Content {
  const image = pngSize(bytes);
  if (!image || !endsAsPng(bytes)) return { findings: [assetNotices.brokenImage()] };
  return { findings: [], image };
}
