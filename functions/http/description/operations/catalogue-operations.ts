import { z } from "zod";
import { CataloguePage, LiveEntry, PreviewEntry } from "../answers/catalogue-answers.ts";
import { json, type OperationTexts } from "../operation-text.ts";
import { pageParameter } from "../parameters.ts";

const tag = "Catalogue";
const subscription = z
  .string()
  .optional()
  .describe("With a token: shows the private plans, too, whose audience lists this subscription.");
const notLive = "No such offer is live.";

export const catalogueOperations: OperationTexts = {
  listCatalogue: {
    tag,
    summary: "List live offers",
    description: "What customers can choose from, a page at a time.",
    optionalToken: true,
    query: { page: pageParameter, subscription },
    answers: { 200: { description: "A page of offers.", content: json(CataloguePage) } },
  },
  readCatalogueEntry: {
    tag,
    summary: "Read a live offer",
    description: "With its plans, and the SHA-256 of every file in their packages.",
    optionalToken: true,
    query: { subscription },
    answers: { 200: { description: "The offer.", content: json(LiveEntry) } },
    refusals: { 404: notLive },
  },
  readPlanPackage: {
    tag,
    summary: "Download a plan's package",
    description: "Leads to the package itself, from which the plan is deployed.",
    optionalToken: true,
    query: { subscription },
    answers: {
      302: {
        description: "Follow Location.",
        headers: { Location: "The package, for an hour." },
      },
    },
    refusals: { 404: "No such offer is live, or it has no such plan." },
  },
  readPreview: {
    tag,
    summary: "Read an offer in preview",
    description:
      "The offer as it will go live, with links to its packages, for the subscriptions that its publisher listed.",
    query: {
      subscription: z.string().describe("The id of an Azure subscription that may preview it."),
    },
    answers: { 200: { description: "The offer in preview.", content: json(PreviewEntry) } },
    refusals: {
      403: "The subscription is not among the offer's preview subscriptions.",
      404: "Nothing of the offer is in preview.",
    },
  },
};
