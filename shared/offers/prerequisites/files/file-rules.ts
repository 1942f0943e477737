import type { Finding } from "../../../findings/finding.ts";
import { assetIdOf } from "../../asset-reference.ts";
import { adviceAt, problemAt } from "../../model/inspect/model-finding.ts";
import type { FieldNotes } from "../../model/notes.ts";
import type { Part } from "../../model/inspect/part.ts";
import { notesOf, placesIn } from "../../model/inspect/schema-walk.ts";
import { withoutBlanks } from "../../model/inspect/without-blanks.ts";
import type { OfferInspection } from "../offer-inspection.ts";
import { type AssetUse, assetOf, checkAsset } from "./asset-rules.ts";

/** Every file a part refers to is there, accepted, of the right kind and size. */
export function checkFiles(inspection: OfferInspection, part: Part): Finding[] {
  const places = placesIn({ ...part, value: withoutBlanks(part.value), path: [] });
  return [...places].flatMap(({ schema, value, path }) => {
    const known = notesOf(schema);
    if (known?.file === undefined || typeof value !== "string") return [];
    const place = { tab: known.tab, label: known.label, path: [...part.path, ...path] };
    return checkFile(inspection, { reference: value.trim(), place, file: known.file });
  });
}

type FileUse = Omit<AssetUse, "kind"> & { readonly file: NonNullable<FieldNotes["file"]> };

function checkFile(inspection: OfferInspection, { reference, place, file }: FileUse): Finding[] {
  const { kind, pixels } = file;
  const isForeign = assetIdOf(reference, inspection.key) === undefined;
  if (pixels && isForeign && URL.canParse(reference)) {
    const message = `${place.label} is an address outside this service; its pixels were not checked and it is not kept.`;
    const fix = "Upload it as an asset, so that it stays with this version of the offer.";
    return [adviceAt("asset-reference", place, { message, fix })];
  }
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
