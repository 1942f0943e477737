import type { JsonObject } from "./json-fields.ts";
import { listOf, objectOf, textOf } from "./json-fields.ts";
import { compareVersions } from "./package-version.ts";

/** The prefix of an application offer's own plan fields. */
export const applications = "microsoft-azure-applications.";

export interface PlanPackage {
  readonly version: string;
  /** What `packageFile` says; see asset-reference.ts. */
  readonly assetRef: string;
  /** The whole entry, for what managed applications add. */
  readonly entry: JsonObject;
}

/** A plan (SKU) of an offer document, as it is written there. */
export interface Plan {
  readonly planId: string;
  readonly title: string;
  readonly summary: string;
  readonly description: string;
  readonly skuType: string;
  /** Oldest version first. */
  readonly packages: readonly PlanPackage[];
  /** The plan's place in the document, such as `definition.plans[0]`. */
  readonly field: string;
  readonly fields: JsonObject;
}

export type SkuKind = "solution-template" | "managed-application";

/** Clients spell the two types differently: with blanks, dashes, or none. */
export function skuKindOf(skuType: string): SkuKind | undefined {
  const letters = skuType.toLowerCase().replace(/[^a-z]/g, "");
  if (letters.startsWith("solutiontemplate")) return "solution-template";
  return letters.startsWith("managedapp") ? "managed-application" : undefined;
}

const packageOf = (version: string, value: unknown): PlanPackage => {
  const entry = objectOf(value);
  return { version, assetRef: textOf(objectOf(entry["packageVersion"])["packageFile"]), entry };
};

const planOf = (value: unknown, index: number): Plan => {
  const fields = objectOf(value);
  const own = (name: string): unknown => fields[`${applications}${name}`];
  return {
    planId: textOf(fields["planId"]),
    title: textOf(own("skuTitle")),
    summary: textOf(own("skuSummary")),
    description: textOf(own("skuDescription")),
    skuType: textOf(own("skuType")),
    packages: Object.entries(objectOf(own("package")))
      .map(([version, entry]) => packageOf(version, entry))
      .sort((a, b) => compareVersions(a.version, b.version)),
    field: `definition.plans[${String(index)}]`,
    fields,
  };
};

/** The plans of an offer document, in its order. */
export const plansOf = (document: JsonObject): readonly Plan[] =>
  listOf(objectOf(document["definition"])["plans"]).map(planOf);

/** The package customers get: the one with the highest version. */
export const newestPackage = (plan: Plan): PlanPackage | undefined => plan.packages.at(-1);
