import type { Finding } from "../../../findings/finding.ts";
import type { Asset, AssetKind } from "../../asset.ts";
import { assetIdOf, assetNamed } from "../../asset-reference.ts";
import { type FieldPlace, problemAt } from "../../model/inspect/model-finding.ts";
import type { OfferInspection } from "../offer-inspection.ts";

/** A field that names a file. */
interface AssetUse {
  readonly reference: string;
  readonly place: FieldPlace;
  readonly kind: AssetKind;
}

const kindNames: Readonly<Record<AssetKind, string>> = {
  package: "an application package",
  "test-drive-package": "a Test Drive package",
  logo: "a logo",
  screenshot: "a screenshot",
  document: "a document",
  audience: "the file of a private audience",
};

/** The asset a field refers to, where there is one. */
export const assetOf = ({ key, assets }: OfferInspection, reference: string): Asset | undefined =>
  assetNamed(reference, key, assets.values());

/** Whether a field can use what it refers to: there, uploaded, accepted, and of the right kind. */
export function checkAsset(inspection: OfferInspection, use: AssetUse): Finding[] {
  const asset = assetOf(inspection, use.reference);
  if (asset === undefined) return [missing(inspection, use)];
  return [...checkKind(asset, use), ...checkState(asset, use)];
}

function missing(
  { key, unfetched }: OfferInspection,
  { reference, place, kind }: AssetUse,
): Finding {
  const reason = unfetched?.get(reference);
  if (reason !== undefined) {
    const message = `${place.label} could not be fetched from its address. ${reason}`;
    const fix = "Correct the address, or upload the file as an asset.";
    return problemAt("asset-not-fetched", place, { message, fix });
  }
  if (assetIdOf(reference, key) === undefined) {
    const message = `${place.label} does not refer to an asset of this offer.`;
    const fix = `Create an asset of kind ${kind}, upload the file to its uploadUrl, and put the asset's reference here.`;
    return problemAt("asset-reference", place, { message, fix });
  }
  const message = `${place.label} refers to an asset that this offer does not have.`;
  const fix = "Refer to an asset from the offer's asset list.";
  return problemAt("asset-missing", place, { message, fix });
}

function checkKind(asset: Asset, { place, kind }: AssetUse): Finding[] {
  if (asset.kind === kind) return [];
  const message = `${place.label} refers to ${kindNames[asset.kind]} ("${asset.fileName}"); it has to be ${kindNames[kind]}.`;
  const fix = `Upload it as an asset of kind ${kind}.`;
  return [problemAt("asset-kind", place, { message, fix })];
}

function checkState(asset: Asset, { place }: AssetUse): Finding[] {
  const { label } = place;
  switch (asset.state) {
    case "accepted":
      return [];
    case "awaiting-upload": {
      const message = `${label}: "${asset.fileName}" has not been uploaded, or has not been examined yet.`;
      const fix = "Upload the file, wait until the asset's state is accepted, then publish again.";
      return [problemAt("asset-not-uploaded", place, { message, fix })];
    }
    case "rejected": {
      const reasons = asset.findings.map((finding) => finding.message).join(" ");
      const message = `${label}: "${asset.fileName}" was rejected. ${reasons}`.trim();
      const fix = "Upload a corrected file as a new asset and refer to that.";
      return [problemAt("asset-rejected", place, { message, fix })];
    }
  }
}
