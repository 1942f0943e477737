import type { Finding } from "../../findings/finding.ts";
import { listOf, textOf } from "../json-fields.ts";
import type { JsonObject } from "../json-fields.ts";
import { flatCategories } from "../listing/categories.ts";
import { checkCategoryMap } from "../listing/category-map.ts";
import { adviceAt, type FieldPlace, problemAt } from "../model/inspect/model-finding.ts";
import type { Tab } from "../model/tabs.ts";
import { marketplace, offerFieldsOf } from "../offer-document.ts";
import { applications, plansOf } from "../plans.ts";

/** What holds between fields of the listing. */
export const checkListing = (document: JsonObject): Finding[] => [
  ...checkTerms(offerFieldsOf(document)),
  ...checkCategories(offerFieldsOf(document)),
  ...checkGovernmentSupport(document),
];

const placeOf = (name: string, label: string, tab: Tab = "Marketplace"): FieldPlace => ({
  tab,
  label,
  path: ["definition", "offer", marketplace + name],
});

function checkTerms(offer: JsonObject): Finding[] {
  if (offer[`${marketplace}useEnterpriseContract`] === true) return [];
  const terms = offer[`${marketplace}termsOfUse`];
  // Terms that are no text are the model's to find.
  if (textOf(terms) !== "" || (terms !== undefined && terms !== null && typeof terms !== "string"))
    return [];
  const message = "Terms of use are missing.";
  const fix = "Fill in the terms of use, or choose the standard contract.";
  return [
    problemAt("offer-field-required", placeOf("termsOfUse", "Terms of use"), { message, fix }),
  ];
}

function checkCategories(offer: JsonObject): Finding[] {
  const flat = listOf(offer[`${marketplace}categories`]).map(textOf);
  const map = offer[`${marketplace}categoryMap`];
  const place = placeOf("categories", "Categories");
  if (Array.isArray(map) && map.length > 0) return checkMap(map);
  if (flat.length === 0) {
    const message = "The offer names no category.";
    return [
      adviceAt("offer-categories", place, { message, fix: "Choose one to five categories." }),
    ];
  }
  return flat.flatMap((said, index) =>
    said === "" || flatCategories.includes(said)
      ? []
      : [
          adviceAt(
            "offer-categories",
            { ...place, path: [...place.path, index] },
            {
              message: `"${said.slice(0, 60)}" is not a category this marketplace knows; it is kept and shown as it is.`,
              fix: `Use one of ${flatCategories.join(", ")}, or the category map.`,
            },
          ),
        ],
  );
}

const checkMap = (map: readonly unknown[]): Finding[] => {
  const place = placeOf("categoryMap", "Category map");
  return checkCategoryMap(map).map(({ path, message, fix }) =>
    problemAt("offer-categories", { ...place, path: [...place.path, ...path] }, { message, fix }),
  );
};

/** Customers of Azure Government cannot reach the support pages of public Azure. */
function checkGovernmentSupport(document: JsonObject): Finding[] {
  const isOffered = plansOf(document).some(({ fields }) =>
    listOf(fields[`${applications}cloudAvailability`]).includes("Fairfax"),
  );
  if (!isOffered || textOf(offerFieldsOf(document)[`${marketplace}fairfaxSupportUrl`]) !== "")
    return [];
  const place = placeOf("fairfaxSupportUrl", "Azure Government support URL", "Support");
  const message = "A plan is offered in Azure Government, and no support address there is given.";
  return [
    adviceAt("offer-field-recommended", place, {
      message,
      fix: "Enter a web address that its customers can reach.",
    }),
  ];
}
