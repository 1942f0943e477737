import { z } from "zod";
import { fileForm, fileReference, text, videoAddress, videoForm } from "../formats.ts";
import { type FieldNotes, fieldsOf } from "../notes.ts";
import type { Tab } from "../tabs.ts";

const field = fieldsOf("Marketplace");
type Pixels = readonly [width: number, height: number];

const logo = (
  label: string,
  pixels: Pixels,
  what: string,
  need: FieldNotes["need"] = "required",
): z.ZodType => {
  const size = pixels.join("x");
  return field(fileReference, {
    label,
    need,
    what,
    form: `a PNG of ${size} pixels: ${fileForm}`,
    fix: `Upload a PNG of ${size} pixels.`,
    file: { kind: "logo", pixels },
  });
};

const shotPixels: Pixels = [533, 324];

const picture = (tab: Tab, said: Pick<FieldNotes, "label" | "need" | "what">): z.ZodType =>
  fieldsOf(tab)(fileReference, {
    ...said,
    form: `a PNG of ${shotPixels.join("x")} pixels: ${fileForm}`,
    fix: `Upload a PNG of ${shotPixels.join("x")} pixels.`,
    file: { kind: "screenshot", pixels: shotPixels },
  });

const name = (tab: Tab): z.ZodType =>
  fieldsOf(tab)(text(100), {
    label: "Name",
    need: "optional",
    what: "Its caption.",
    form: "text of at most 100 characters",
  });

/** Videos of a tab: the bare address, or with name and thumbnail. */
export const videosOf = (tab: Tab): z.ZodType => {
  const own = fieldsOf(tab);
  const address = own(videoAddress, {
    label: "Video link",
    need: "required",
    what: "Where it is shown.",
    form: videoForm,
    fix: "Put it on YouTube or Vimeo and enter that address.",
  });
  const thumbnail = picture(tab, {
    label: "Video thumbnail",
    need: "optional",
    what: "Shown until it plays.",
  });
  const video = z.looseObject({ name: name(tab), url: address, thumbnailUrl: thumbnail });
  return own(z.array(z.union([address, video])).max(5), {
    label: "Videos",
    need: "optional",
    what: "Films about the product.",
    form: "a list of at most five objects with name, url and thumbnailUrl",
    example: [{ name: "Tour", url: "https://www.youtube.com/watch?v=0" }],
  });
};

const shot = picture("Marketplace", {
  label: "Screenshot",
  need: "required",
  what: "A picture of the product at work.",
});

/** Pictures and films. */
export const artifactFields = {
  smallLogo: logo("Small logo", [40, 40], "Shown in lists."),
  mediumLogo: logo("Medium logo", [90, 90], "Shown on tiles."),
  largeLogo: logo("Large logo", [115, 115], "Shown in search results."),
  wideLogo: logo("Wide logo", [255, 115], "Shown on the offer's page."),
  heroLogo: logo(
    "Hero logo",
    [815, 290],
    "A banner; once live it can be replaced, but not removed. Keep a box of 415x100 free from 370 pixels on the left.",
    "optional",
  ),
  screenshots: field(
    z.array(z.union([shot, z.looseObject({ name: name("Marketplace"), imageUrl: shot })])).max(5),
    {
      label: "Screenshots",
      need: "optional",
      what: "Pictures of the product at work.",
      form: "a list of at most five objects with name and imageUrl",
      fix: "Keep at most five screenshots, each with an imageUrl.",
      example: [{ name: "The journal", imageUrl: "asset:screenshot-1" }],
    },
  ),
  videos: videosOf("Marketplace"),
};
