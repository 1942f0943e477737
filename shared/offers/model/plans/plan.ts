import { z } from "zod";
import { country, countryForm, html, htmlForm, text } from "../formats.ts";
import { fieldsOf } from "../notes.ts";
import { pricing } from "./pricing.ts";
import { restrictedAudience } from "./audience.ts";

const field = fieldsOf("SKUs");
const identity = fieldsOf("SKUs", "plan-identity");
const managed = fieldsOf("SKUs", "plan-managed-application");

const clouds = ["PublicAzure", "Fairfax", "Mooncake", "Blackforest"] as const;

/** Fields of a plan without a prefix. */
export const planFields = {
  planId: identity(z.string().regex(/^[a-z0-9_-]{0,49}[a-z0-9_]$/), {
    label: "SKU ID",
    need: "required",
    what: "Names the plan inside the offer; customers see it in addresses, templates and bills. It is frozen once live.",
    form: "at most 50 lower-case letters, digits, dashes and underscores, with no dash at the end",
    fix: "Use at most 50 lower-case letters, digits, dashes and underscores, with no dash at the end.",
    example: "standard",
  }),
  regions: managed(z.array(country).max(249), {
    label: "Countries",
    need: "optional",
    what: "Where the plan can be bought; at least one for a managed application.",
    form: `a list, each ${countryForm}`,
    fix: "List at least one country by its ISO 3166-1 code, such as US.",
    example: ["US", "DE"],
  }),
  monthlyPricing: pricing(
    "Old pricing",
    "The monthly price, turned into local currencies when it is saved.",
  ),
  monthlyPricingV2: pricing(
    "Simplified currency pricing",
    "The monthly price in the currencies of the simplified scheme.",
  ),
  restrictedAudience,
};

const Certification = z.looseObject({ title: z.string(), uri: z.string() });

/** Fields of a plan under the offer type's prefix. */
export const skuFields = {
  skuTitle: field(text(50), {
    label: "SKU title",
    need: "required",
    what: "The plan's title.",
    form: "text of at most 50 characters",
  }),
  skuSummary: field(text(100), {
    label: "SKU summary",
    need: "required",
    what: "What the plan is, in a sentence.",
    form: "text of at most 100 characters",
  }),
  skuDescription: field(html(3000), {
    label: "SKU description",
    need: "required",
    what: "What the plan holds.",
    form: `${htmlForm}, of at most 3000 characters`,
    isMarkup: true,
  }),
  skuType: field(text(100), {
    label: "SKU type",
    need: "required",
    what: "Whether customers run it themselves, or the publisher manages it for them.",
    form: "SolutionTemplate or ManagedApplication",
    fix: "Use solution-template or managed-application.",
    example: "SolutionTemplate",
  }),
  cloudAvailability: field(z.array(z.enum(clouds)).min(1), {
    label: "Cloud availability",
    need: "optional",
    what: "The clouds it is offered in; public Azure when left out.",
    form: `a list of ${clouds.join(", ")}`,
    example: ["PublicAzure"],
  }),
  certificationsAzureGovernment: field(
    z.array(z.union([z.string().max(200), Certification])).max(100),
    {
      label: "Azure Government certifications",
      need: "optional",
      what: "What it is certified for.",
      form: "a list of at most 100 objects with title and uri",
      example: [{ title: "FedRAMP", uri: "https://contoso.example/fedramp" }],
    },
  ),
};
