import type { Finding } from "../../findings/finding.ts";
import { assetIdOf } from "../asset-reference.ts";
import { listOf, objectOf, textOf } from "../json-fields.ts";
import { marketplace, offerFieldsOf } from "../offer-document.ts";
import { assetOf, checkAsset } from "./asset-rules.ts";
import { logoFields, mostScreenshots, screenshotPixels } from "./offer-fields.ts";
import type { OfferInspection } from "./offer-inspection.ts";
import { offerField } from "./offer-inspection.ts";
import { advice, problem } from "./prerequisite-finding.ts";
import { isWebAddress } from "./text-rules.ts";

interface Picture {
  readonly reference: string;
  readonly field: string;
  readonly label: string;
  readonly kind: "logo" | "screenshot";
  readonly width: number;
  readonly height: number;
}

/** Logos are there and have their pixels; screenshots, where there are any, too. */
export const checkPictures = (inspection: OfferInspection): Finding[] => [
  ...checkLogos(inspection),
  ...checkScreenshots(inspection),
  ...checkHeroLogo(inspection),
];

function checkLogos(inspection: OfferInspection): Finding[] {
  const offer = offerFieldsOf(inspection.document);
  return logoFields.flatMap(({ key, label, need, width, height }) => {
    const reference = textOf(offer[key]);
    const field = offerField(key);
    const size = `${String(width)}x${String(height)}`;
    if (reference !== "")
      return checkPicture(inspection, { reference, field, label, kind: "logo", width, height });
    const said = { field, message: `${label} is missing.`, fix: `Upload a PNG of ${size} pixels.` };
    return need === "required" ? [problem("offer-field-required", said)] : [];
  });
}

function checkScreenshots(inspection: OfferInspection): Finding[] {
  const key = `${marketplace}screenshots`;
  const shots = listOf(offerFieldsOf(inspection.document)[key]);
  const findings = shots.flatMap((shot, index) =>
    checkPicture(inspection, {
      // Clients write the bare address, or an object around it.
      reference: textOf(shot) || textOf(objectOf(shot)["imageUrl"]),
      field: `${offerField(key)}[${String(index)}]`,
      label: `Screenshot ${String(index + 1)}`,
      kind: "screenshot",
      ...screenshotPixels,
    }),
  );
  if (shots.length <= mostScreenshots) return findings;
  const message = `The offer has ${String(shots.length)} screenshots; at most ${String(mostScreenshots)} are shown.`;
  const fix = "Remove some.";
  return [...findings, problem("offer-field-too-long", { field: offerField(key), message, fix })];
}

function checkPicture(inspection: OfferInspection, picture: Picture): Finding[] {
  const { reference, field, label, width, height } = picture;
  if (isWebAddress(reference) && assetIdOf(reference, inspection.key) === undefined) {
    const message = `${label} is an address outside this service; its pixels were not checked and it is not kept.`;
    const fix = "Upload it as an asset, so that it stays with this version of the offer.";
    return [advice("asset-reference", { field, message, fix })];
  }
  const findings = checkAsset(inspection, picture);
  const image = assetOf(inspection, reference)?.image;
  if (image === undefined || (image.width === width && image.height === height)) return findings;
  const message = `${label} has ${String(image.width)}x${String(image.height)} pixels; it has to have ${String(width)}x${String(height)}.`;
  const fix = `Upload a PNG of ${String(width)}x${String(height)} pixels.`;
  return [...findings, problem("asset-pixels", { field, message, fix })];
}

function checkHeroLogo({ document, published }: OfferInspection): Finding[] {
  const key = `${marketplace}heroLogo`;
  if (published === undefined || textOf(offerFieldsOf(published)[key]) === "") return [];
  if (textOf(offerFieldsOf(document)[key]) !== "") return [];
  const message = "The live version has a hero logo; it cannot be removed, only replaced.";
  const fix = "Put a hero logo back.";
  return [problem("hero-logo-removed", { field: offerField(key), message, fix })];
}
