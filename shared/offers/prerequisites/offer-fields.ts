import { applications } from "../plans.ts";
import { marketplace } from "../offer-document.ts";

export type TextFormat = "text" | "html" | "url" | "email";

/** What the offer model says about one text field. */
export interface TextField {
  readonly key: string;
  readonly label: string;
  readonly need: "required" | "recommended" | "optional";
  readonly most?: number;
  readonly format: TextFormat;
}

const of =
  (prefix: string) =>
  (name: string, label: string, rest: Omit<TextField, "key" | "label">): TextField => ({
    key: prefix + name,
    label,
    ...rest,
  });
const listing = of(marketplace);
const plan = of(applications);

/** The text fields of the Marketplace and Support tabs. */
export const offerTextFields: readonly TextField[] = [
  listing("title", "Title", { need: "required", most: 50, format: "text" }),
  listing("summary", "Summary", { need: "required", most: 100, format: "text" }),
  listing("longSummary", "Long summary", { need: "recommended", most: 256, format: "text" }),
  listing("description", "Description", { need: "required", most: 3000, format: "html" }),
  listing("offerMarketingUrlIdentifier", "Marketing identifier", {
    need: "recommended",
    most: 50,
    format: "text",
  }),
  listing("privacyURL", "Privacy policy URL", { need: "required", format: "url" }),
  listing("engineeringContactName", "Engineering contact name", {
    need: "required",
    format: "text",
  }),
  listing("engineeringContactEmail", "Engineering contact email", {
    need: "required",
    format: "email",
  }),
  listing("engineeringContactPhone", "Engineering contact phone", {
    need: "recommended",
    format: "text",
  }),
  listing("supportContactName", "Support contact name", { need: "required", format: "text" }),
  listing("supportContactEmail", "Support contact email", { need: "required", format: "email" }),
  listing("supportContactPhone", "Support contact phone", { need: "recommended", format: "text" }),
  listing("publicAzureSupportUrl", "Support URL", { need: "recommended", format: "url" }),
  listing("fairfaxSupportUrl", "Azure Government support URL", { need: "optional", format: "url" }),
];

/** The text fields of a plan. */
export const planTextFields: readonly TextField[] = [
  plan("skuTitle", "SKU title", { need: "required", most: 50, format: "text" }),
  plan("skuSummary", "SKU summary", { need: "required", most: 100, format: "text" }),
  plan("skuDescription", "SKU description", { need: "required", most: 3000, format: "html" }),
];

interface LogoField {
  readonly key: string;
  readonly label: string;
  readonly need: TextField["need"];
  readonly width: number;
  readonly height: number;
}

const logo = (
  name: string,
  label: string,
  pixels: readonly [number, number],
  need: TextField["need"] = "required",
): LogoField => ({ key: marketplace + name, label, need, width: pixels[0], height: pixels[1] });

/** The logos of the Marketplace tab, all PNG. */
export const logoFields: readonly LogoField[] = [
  logo("smallLogo", "Small logo", [40, 40]),
  logo("mediumLogo", "Medium logo", [90, 90]),
  logo("largeLogo", "Large logo", [115, 115]),
  logo("wideLogo", "Wide logo", [255, 115]),
  logo("heroLogo", "Hero logo", [815, 290], "optional"),
];

/** Pixels of every screenshot. */
export const screenshotPixels = { width: 533, height: 324 } as const;
export const mostScreenshots = 5;
