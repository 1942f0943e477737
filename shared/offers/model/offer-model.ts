import { z } from "zod";
import { marketplace, testDrive } from "../offer-document.ts";
import { applications } from "../plans.ts";
import { artifactFields } from "./listing/artifacts.ts";
import { leadFields } from "./listing/leads.ts";
import { legalFields } from "./listing/legal.ts";
import { overviewFields } from "./listing/overview.ts";
import { field, prefixed } from "./notes.ts";
import { displayText, envelopeFields, ownFields, partnerContactFields } from "./offer-settings.ts";
import { ManagedApplicationPackage, SolutionTemplatePackage } from "./plans/package-entry.ts";
import { planFields, skuFields } from "./plans/plan.ts";
import { supportFields } from "./support.ts";
import { testDriveFields } from "./test-drive.ts";

const version = z.string().regex(/^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/);

const packages = (entry: z.ZodType): z.ZodType =>
  field(
    z.record(version, entry).refine((entries) => Object.keys(entries).length > 0),
    {
      tab: "SKUs",
      label: "Packages",
      need: "required",
      what: "The plan's packages by version; customers get the highest. A published version never changes, a new one is higher than all before.",
      form: 'an object of packages by version X.Y.Z, such as {"1.0.0":{"packageVersion":{"packageFile":"asset:ID"}}}',
      fix: "Add an entry keyed by its version, such as 1.0.0, with the uploaded zip.",
      rule: "plan-package-missing",
    },
  );

const plan = (entry: z.ZodType): z.ZodType =>
  field(
    z.looseObject({
      ...planFields,
      ...prefixed(applications, { ...skuFields, package: packages(entry) }).shape,
    }),
    { tab: "SKUs", label: "Plan", need: "required", what: "A plan (SKU).", rule: "offer-plans" },
  );

export const SolutionTemplatePlan = plan(SolutionTemplatePackage);
const ManagedApplicationPlan = plan(ManagedApplicationPackage);

/** The offer's own keys: listing, leads, legal, support, and what is ours. */
export const OfferFields = z.looseObject({
  ...prefixed(marketplace, {
    ...overviewFields,
    ...artifactFields,
    ...leadFields,
    ...legalFields,
    ...supportFields,
  }).shape,
  ...prefixed(applications, partnerContactFields).shape,
  ...ownFields,
});

/** The Test Drive tab, as it has to be while it is switched on. */
export const TestDriveFields = prefixed(testDrive, testDriveFields);

/** The Test Drive tab while it is switched off. */
export const TestDriveSwitch = prefixed(testDrive, { enabled: testDriveFields.enabled });

const planList = (one: z.ZodType): z.ZodType =>
  field(z.array(one).min(1).max(100), {
    tab: "SKUs",
    label: "Plans",
    need: "required",
    what: "The offer's plans (SKUs): at most 100, of which at most 45 private.",
    form: "a list of 1 to 100 plans",
    fix: "Add at least one plan with a package.",
    rule: "offer-plans",
  });

/** The whole document, as it has to be when it is published. */
export const OfferModel = z.looseObject({
  ...envelopeFields,
  definition: z.looseObject({
    displayText,
    offer: z.looseObject({ ...OfferFields.shape, ...TestDriveFields.partial().shape }),
    plans: planList(z.union([SolutionTemplatePlan, ManagedApplicationPlan])),
  }),
});

/** The parts of a document that are looked at one by one. */
export const Envelope = z.looseObject(envelopeFields);
export const Definition = z.looseObject({ displayText });
export const PlanCount = z.looseObject({ plans: planList(z.unknown()) });
