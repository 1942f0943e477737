import { z } from "zod";
import { isCountry } from "../markets/countries.ts";

/** Plain text of at most so many characters. */
export const text = (most?: number): z.ZodType =>
  most === undefined ? z.string().trim() : z.string().trim().max(most);

/** Simple HTML of at most so many characters; its tags are looked at apart from its length. */
export const html = (most: number): z.ZodType =>
  z.string().max(most).meta({ contentMediaType: "text/html" });
export const htmlForm = "HTML of p, em, ul, li, ol and headings";

export const webAddress = z
  .string()
  .trim()
  .max(2083)
  .refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value))
  .meta({ format: "uri" });
export const webAddressForm = "a web address that begins with https:// or http://";

export const secureAddress = z
  .string()
  .trim()
  .max(2083)
  .refine((value) => /^https:\/\//i.test(value) && URL.canParse(value))
  .meta({ format: "uri" });
export const secureAddressForm = "a web address that begins with https://";

export const mailAddress = z.email();
export const mailAddressForm = "a mail address";

export const guid = z.guid();
export const guidForm = "a GUID";

/** A file: an asset of this offer, or an address from which it is taken when the offer is published. */
export const fileReference = z.string().trim().min(1).max(2083);
export const fileForm =
  "the reference of an uploaded asset (asset:ID or its API path), or an https address";

/** ISO 3166-1 alpha-2. */
export const country = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCountry)
  .meta({ pattern: "^[A-Za-z]{2}$" });
export const countryForm = "a country by its ISO 3166-1 code, such as US";

/** Videos are shown by these two only. */
export const videoAddress = z
  .string()
  .trim()
  .refine(
    (value) =>
      URL.canParse(value) &&
      /^(www\.|m\.|player\.)?(youtube\.com|youtu\.be|vimeo\.com)$/i.test(new URL(value).hostname),
  )
  .meta({ format: "uri" });
export const videoForm = "a link on YouTube or Vimeo";

/** Whole numbers from `least` to `most`. */
export const wholeNumber = (least: number, most: number): z.ZodType => z.int().min(least).max(most);
