import { z } from "zod";
import {
  DiffAnswer,
  HistoryPage,
  OfferAnswer,
  OfferSummary,
  OfferType,
} from "../answers/offer-answers.ts";
import { DraftDocument, exampleOffer } from "../answers/offer-document.ts";
import { json, type OperationTexts } from "../operation-text.ts";
import { pageParameter } from "../parameters.ts";

const tag = "Offers";
const entityTag = { ETag: "Names this state of the draft. Send it as If-Match with an update." };
const noOffer = "The publisher has no such offer.";

const slot = z.enum(["draft", "preview", "production"]);

const top = z
  .string()
  .regex(/^[1-9]\d{0,2}$|^1000$/)
  .optional()
  .describe("At most so many offers, and a link to the next ones. Without it, all are listed.");

export const offerOperations: OperationTexts = {
  listOfferTypes: {
    tag,
    summary: "List offer types",
    description: "The kinds of offer that can be published here.",
    answers: { 200: { description: "The offer types.", content: json(z.array(OfferType)) } },
  },
  listOffers: {
    tag,
    summary: "List a publisher's offers",
    description: "All of them, or a page of them where `top` is given.",
    query: { top, $top: top, page: pageParameter },
    answers: {
      200: {
        description: "The offers.",
        content: json(z.array(OfferSummary)),
        optionalHeaders: { Link: 'The address of the next page, as `<address>; rel="next"`.' },
      },
    },
  },
  readOffer: {
    tag,
    summary: "Read an offer's draft",
    description: "The draft as it was last written. Secrets are never shown.",
    answers: {
      200: { description: "The offer.", content: json(OfferAnswer), headers: entityTag },
    },
    refusals: { 404: noOffer },
  },
  writeOffer: {
    tag,
    summary: "Create or change an offer",
    description:
      "Writes the whole document. A draft may be incomplete and is stored as sent, with fields that are unknown here; publishing checks all of it. Secrets that the document leaves out stay as they are. What the server sets (version, status, changedTime) is ignored. To change an offer, send the `ETag` you read as `If-Match`, or `*` to write over whatever is there.",
    headers: {
      "If-Match": z
        .string()
        .optional()
        .describe("The ETag of the offer as you read it, or *. Some marketplaces demand it."),
    },
    body: {
      description: "The offer document.",
      schema: DraftDocument,
      required: true,
      example: exampleOffer,
    },
    answers: {
      200: {
        description: "The offer as it is now, created or changed.",
        content: json(OfferAnswer),
        headers: entityTag,
      },
    },
    refusals: {
      409: "The offer is being changed by others at this moment.",
      412: "The offer is no longer what If-Match names. Read it again and repeat the change.",
    },
  },
  readVersion: {
    tag,
    summary: "Read what was submitted",
    description: "The document of one submission, frozen when it was published.",
    answers: { 200: { description: "The offer.", content: json(OfferAnswer) } },
    refusals: { 404: "There is no such offer, or no such version of it." },
  },
  readSlot: {
    tag,
    summary: "Read what stands in a slot",
    description:
      "The draft, the version in preview, or the version that is live. Without a preview, the live version or the draft is shown for it.",
    answers: {
      200: {
        description: "The offer.",
        content: json(OfferAnswer),
        optionalHeaders: entityTag,
      },
    },
    refusals: { 404: "There is no such offer, or no version of it is live." },
  },
  readDiff: {
    tag,
    summary: "Compare two slots",
    description:
      "What was added, removed and changed, by meaning: plans by their id, packages by version. A slot with nothing in it counts as an empty document.",
    query: {
      from: slot.optional().describe("The earlier side; production unless said otherwise."),
      to: slot.optional().describe("The later side; draft unless said otherwise."),
    },
    answers: { 200: { description: "The differences.", content: json(DiffAnswer) } },
    refusals: { 404: noOffer },
  },
  readHistory: {
    tag,
    summary: "Read an offer's history",
    description: "Who did what and when, newest first, a page at a time.",
    query: { page: pageParameter },
    answers: { 200: { description: "A page of the history.", content: json(HistoryPage) } },
    refusals: { 404: noOffer },
  },
};
