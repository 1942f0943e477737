import { z } from "zod";
import { OfferId, PublisherId } from "../offer-key.ts";
import { fieldsOf } from "./notes.ts";
import { text } from "./formats.ts";

const field = fieldsOf("Offer Settings");

/** The envelope of an offer document: whose it is and what kind of offer. */
export const envelopeFields = {
  id: field(z.union([OfferId, z.guid()]), {
    label: "Offer ID",
    need: "optional",
    what: "Names the offer inside its publisher; the address decides. It is frozen once the offer is live.",
    form: "at most 50 lower-case letters, digits and inner dashes, or a GUID",
    example: "contoso-ledger",
  }),
  publisherId: field(PublisherId, {
    label: "Publisher ID",
    need: "optional",
    what: "Whose offer it is; the address decides.",
    form: "at most 40 lower-case letters, digits and inner dashes",
    example: "contoso",
  }),
  offerTypeId: field(z.literal("microsoft-azure-applications"), {
    label: "Offer type",
    need: "optional",
    what: "The kind of offer.",
    form: "microsoft-azure-applications",
    example: "microsoft-azure-applications",
  }),
  offerTypeVersions: field(z.record(z.string(), z.int()), {
    label: "Offer type versions",
    need: "optional",
    what: "Versions of the type's schemas, as clients send them; kept and not looked at.",
    form: "whole numbers by name",
    example: { "microsoft-azure-marketplace": 39 },
  }),
};

export const displayText = field(text(50), {
  label: "Name",
  need: "required",
  what: "The product's public name, not the company's.",
  form: "text of at most 50 characters",
  example: "Contoso Ledger",
});

/** Offer-level keys that are about the service itself, or that clients always send. */
export const ownFields = {
  "offerpress.publishingProcess": field(z.enum(["2018-01", "2018-12"]), {
    label: "Publishing process",
    need: "optional",
    what: "Which publishing table the offer follows.",
    form: "2018-01 or 2018-12",
    example: "2018-01",
  }),
};

export const partnerContactFields = {
  gtmMaterials: field(text(2083), {
    label: "Go-to-market materials",
    need: "optional",
    what: "A link for channel partners.",
  }),
  managerContactName: field(text(200), {
    label: "Channel manager name",
    need: "optional",
    what: "Whom channel partners talk to.",
  }),
  managerContactEmail: field(text(320), {
    label: "Channel manager email",
    need: "optional",
    what: "Their mail address.",
  }),
  managerContactPhone: field(text(100), {
    label: "Channel manager phone",
    need: "optional",
    what: "Their telephone number.",
  }),
};
