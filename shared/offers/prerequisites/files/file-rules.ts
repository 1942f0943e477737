import type { Finding } from "../../../findings/finding.ts";
import { problemAt } from "../../model/inspect/model-finding.ts";
import type { Part } from "../../model/inspect/part.ts";
import type { OfferInspection } from "../offer-inspection.ts";
import { assetOf, checkAsset } from "./asset-rules.ts";
import { type FileUse, fileUses } from "./file-uses.ts";

/** Every file a part refers to is there, accepted, of the right kind and size. */
export const checkFiles = (inspection: OfferInspection, part: Part): Finding[] =>
  fileUses(part).flatMap((use) => checkFile(inspection, use));

function checkFile(inspection: OfferInspection, { reference, place, file }: FileUse): Finding[] {
  const { kind, pixels } = file;
  const findings = checkAsset(inspection, { reference, place, kind });
  const image = assetOf(inspection, reference)?.image;
  if (!pixels || !image || (image.width === pixels[0] && image.height === pixels[1]))
    return findings;
  const size = pixels.join("x");
  const message = `${place.label} has ${String(image.width)}x${String(image.height)} pixels; it has to have ${size}.`;
  return [
    ...findings,
    problemAt("asset-pixels", place, { message, fix: `Upload a PNG of ${size} pixels.` }),
  ];
}
