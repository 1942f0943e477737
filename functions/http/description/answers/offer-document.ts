import { z } from "zod";
import { notesOf, shapeOf } from "../../../../shared/offers/model/inspect/schema-walk.ts";
import {
  OfferFields,
  SolutionTemplatePlan,
  TestDriveFields,
} from "../../../../shared/offers/model/offer-model.ts";
import { OfferDocument } from "../../../../shared/offers/offer-document.ts";

/** The fields of a schema, told but not typed: a draft may hold anything there. */
const told = (schema: z.ZodType): Record<string, z.ZodType> =>
  Object.fromEntries(
    Object.entries(shapeOf(schema)).map(([name, field]) => [name, z.unknown().meta(textOf(field))]),
  );

function textOf(field: z.core.$ZodType): { title?: string; description?: string } {
  const notes = notesOf(field);
  if (!notes) return {};
  const form = notes.form === undefined ? "" : ` When published: ${notes.form}.`;
  return { title: notes.label, description: `${notes.what}${form} (${notes.need})` };
}

const { definition } = OfferDocument.shape;

/** What a draft has to look like to be stored; publishing asks for more. */
export const DraftDocument = OfferDocument.extend({
  definition: definition.extend({
    offer: z
      .looseObject({ ...told(OfferFields), ...told(TestDriveFields) })
      .partial()
      .optional(),
    plans: z
      .array(z.looseObject(told(SolutionTemplatePlan)).partial().extend({ planId: z.string() }))
      .optional(),
  }),
}).meta({
  id: "DraftOffer",
  description:
    "An offer document, complete or not. Fields that are unknown here are stored as they are.",
});

/** A draft as far as its first listing texts and its plan. */
export const exampleOffer = {
  id: "contoso-ledger",
  publisherId: "contoso",
  offerTypeId: "microsoft-azure-applications",
  definition: {
    displayText: "Contoso Ledger",
    offer: {
      "microsoft-azure-marketplace.title": "Contoso Ledger",
      "microsoft-azure-marketplace.summary": "A journal that nobody can change unseen.",
      "microsoft-azure-marketplace.categories": ["database", "security"],
    },
    plans: [
      {
        planId: "standard",
        "microsoft-azure-applications.skuTitle": "Standard",
        "microsoft-azure-applications.skuType": "solution-template",
        "microsoft-azure-applications.package": {
          "1.0.0": {
            packageVersion: { packageFile: "asset:0b5a4f7e-3d0c-4a2e-9f2b-6f1f7c1d2e3a" },
          },
        },
      },
    ],
  },
} as const satisfies OfferDocument;
