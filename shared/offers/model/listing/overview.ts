import { z } from "zod";
import { guid, html, htmlForm, text, webAddress, webAddressForm } from "../formats.ts";
import { fieldsOf } from "../notes.ts";

const field = fieldsOf("Marketplace");
const subscriptions = fieldsOf("Marketplace", "offer-preview-subscriptions");
const links = fieldsOf("Marketplace", "offer-useful-links");
const categories = fieldsOf("Marketplace", "offer-categories");

const UsefulLink = z.looseObject({
  linkTitle: links(text(255), {
    label: "Link title",
    need: "required",
    what: "What the link is called.",
    form: "text of at most 255 characters",
  }),
  linkUrl: links(webAddress, {
    label: "Link address",
    need: "required",
    what: "Where it leads.",
    form: webAddressForm,
  }),
});

/** What customers read first. */
export const overviewFields = {
  title: field(text(50), {
    label: "Title",
    need: "required",
    what: "The offer's title in the marketplace.",
    form: "text of at most 50 characters",
    example: "Contoso Ledger",
  }),
  summary: field(text(100), {
    label: "Summary",
    need: "required",
    what: "What it does, in a sentence.",
    form: "text of at most 100 characters",
  }),
  longSummary: field(text(256), {
    label: "Long summary",
    need: "recommended",
    what: "The same in two or three sentences; it may equal the summary.",
    form: "text of at most 256 characters",
  }),
  description: field(html(3000), {
    label: "Description",
    need: "required",
    what: "Everything a customer should know.",
    form: `${htmlForm}, of at most 3000 characters`,
    isMarkup: true,
    example: "<p>Keeps the books of small companies.</p>",
  }),
  offerMarketingUrlIdentifier: field(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/), {
    label: "Marketing identifier",
    need: "recommended",
    what: "Part of the offer's public address, as publisher.identifier.",
    form: "at most 50 letters, digits, dashes and underscores",
    example: "contoso-ledger",
  }),
  allowedSubscriptions: subscriptions(
    z
      .array(
        subscriptions(guid, {
          label: "Preview subscription",
          need: "required",
          what: "An Azure subscription that may see the preview.",
          form: "a subscription's GUID, as the Azure portal shows it",
        }),
      )
      .min(1)
      .max(100),
    {
      label: "Preview subscriptions",
      need: "required",
      what: "The Azure subscriptions that may see the offer before it is live; private plans, too.",
      form: "a list of 1 to 100 subscription GUIDs",
      fix: "List the IDs of the Azure subscriptions that may see the preview, at most 100.",
      example: ["3f0a7c52-9a4e-4b58-8a57-1f2d6f0b8c11"],
    },
  ),
  usefulLinks: links(z.array(UsefulLink).min(1).max(25), {
    label: "Useful links",
    need: "required",
    what: "Where to read on; at least the application's documentation.",
    form: "a list of 1 to 25 objects with linkTitle and linkUrl",
    fix: "Add a link to the application's documentation, with a linkTitle and a linkUrl.",
    example: [{ linkTitle: "Documentation", linkUrl: "https://ledger.contoso.example/docs" }],
  }),
  categories: categories(z.array(text(100)).max(5), {
    label: "Categories",
    need: "optional",
    what: "Under what customers find it; one to five, here or in the category map.",
    form: "a list of at most five keys, such as devService, networking, database, cache, security",
    fix: "Choose one to five categories.",
    example: ["database", "security"],
  }),
  categoryMap: categories(z.array(z.looseObject({ categoryL1: z.unknown() })), {
    label: "Category map",
    need: "optional",
    what: "The later form of categories: each with subcategories of its own.",
    form: 'a list of objects such as {"categoryL1":"networking","categoryL2-networking":["firewalls"]}',
    fix: "Choose one to five categories.",
    example: [{ categoryL1: "networking", "categoryL2-networking": ["firewalls"] }],
  }),
  cspOfferOptIn: field(z.boolean(), {
    label: "CSP opt-in",
    need: "optional",
    what: "Whether cloud solution providers may resell it.",
    form: "true or false",
  }),
};
