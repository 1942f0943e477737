import {
  marketplaceText,
  displayTextOf,
  previewSubscriptionsOf,
} from "../offers/offer-document.ts";
import type { JsonObject } from "../offers/json-fields.ts";
import { newestPackage, plansOf } from "../offers/plans.ts";
import type { Submission } from "../publishing/submission.ts";
import { CatalogueEntry } from "./catalogue-entry.ts";
import type { CataloguePlan, ManifestFile } from "./catalogue-entry.ts";

/** What packaging made of one plan's newest package. */
export interface PackagedPlan {
  readonly planId: string;
  readonly sha256: string;
  readonly size: number;
  readonly files: readonly ManifestFile[];
  /** Of a private plan: who may see it. */
  readonly audience?: readonly string[] | undefined;
}

/** The catalogue entry of a submission: only what customers may see is taken from the document. */
export function buildEntry(
  submission: Submission,
  document: JsonObject,
  packages: readonly PackagedPlan[],
  at: string,
): CatalogueEntry {
  const plans = plansOf(document).map((plan): CataloguePlan => {
    const packaged = packages.find((one) => one.planId === plan.planId);
    const newest = newestPackage(plan);
    if (packaged === undefined || newest === undefined)
      throw new Error(`plan ${plan.planId} of ${submission.submissionId} was not packaged`);
    return {
      planId: plan.planId,
      title: plan.title,
      summary: plan.summary,
      skuType: plan.skuType,
      version: newest.version,
      package: { sha256: packaged.sha256, size: packaged.size },
      manifest: packaged.files.map(({ path, sha256, size }) => ({ path, sha256, size })),
      ...(packaged.audience && { audience: [...packaged.audience] }),
    };
  });
  const text = (name: string) => marketplaceText(document, name);
  return CatalogueEntry.parse({
    publisherId: submission.publisherId,
    offerId: submission.offerId,
    submission: submission.number,
    displayText: displayTextOf(document),
    title: text("title"),
    summary: text("summary"),
    longSummary: text("longSummary"),
    description: text("description"),
    privacyUrl: text("privacyURL"),
    termsOfUse: text("termsOfUse"),
    supportUrl: text("publicAzureSupportUrl"),
    plans,
    previewSubscriptions: [...previewSubscriptionsOf(document)],
    packagedAt: at,
  });
}
