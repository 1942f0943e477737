import { z } from "zod";
import { CatalogueEntry, CataloguePlan } from "../../../../shared/catalogue/catalogue-entry.ts";

const { publisherId, offerId, submission, title, displayText, summary } = CatalogueEntry.shape;

export const CataloguePage = z
  .object({
    offers: z.array(
      z.object({
        publisherId,
        offerId,
        submission,
        title,
        displayText,
        summary,
        plans: z.array(CataloguePlan.pick({ planId: true, title: true, version: true })),
        liveSince: z.iso.datetime(),
      }),
    ),
    next: z.string().optional().describe("The `page` of the following request."),
  })
  .meta({ id: "CataloguePage" });

const PublicPlan = CataloguePlan.omit({ audience: true }).extend({
  isPrivate: z.boolean().describe("Only subscriptions of its audience see it."),
});
const PublicEntry = CatalogueEntry.omit({ previewSubscriptions: true }).extend({
  plans: z.array(PublicPlan),
});

export const LiveEntry = PublicEntry.extend({ liveSince: z.iso.datetime() }).meta({
  id: "LiveEntry",
  description: "A live offer with its plans and the files of their packages.",
});

export const PreviewEntry = PublicEntry.extend({
  plans: z.array(
    PublicPlan.extend({
      packageUrl: z.url().describe("Downloads the plan's package for an hour."),
    }),
  ),
}).meta({ id: "PreviewEntry", description: "An offer in preview." });
