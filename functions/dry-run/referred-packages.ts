import type { ScannedContents } from "../../shared/checks/read-and-scan.ts";
import type { Finding } from "../../shared/findings/finding.ts";
import { assetNamed } from "../../shared/offers/asset-reference.ts";
import type { Asset } from "../../shared/offers/asset.ts";
import { testDriveOf } from "../../shared/offers/offer-document.ts";
import type { OfferKey } from "../../shared/offers/offer-key.ts";
import { newestPackage, plansOf } from "../../shared/offers/plans.ts";
import type { PackageContents } from "../../shared/packages/package-contents.ts";
import type { Ports } from "../../shared/ports.ts";
import type { JsonObject } from "../../shared/ports/values.ts";
import { namedPlan } from "../activities/packages/check-plans.ts";
import { examinedPackage } from "./examined-package.ts";

/** The packages that a document refers to, as far as they were accepted. */
export interface ReferredPackages {
  /** Applies a check to the newest package of every plan that has one. */
  readonly ofPlans: (
    check: (planId: string, contents: ScannedContents) => readonly Finding[],
  ) => readonly Finding[];
  readonly testDrive: PackageContents | undefined;
  /** Why one of them could not be read. */
  readonly findings: readonly Finding[];
}

/** Reads them; each only once, however many plans share it. */
export async function readReferredPackages(
  ports: Ports,
  key: OfferKey,
  document: JsonObject,
  assets: readonly Asset[],
): Promise<ReferredPackages> {
  const plans = plansOf(document);
  const drive = testDriveOf(document);
  const wanted = [
    ...plans.map((plan) => ({ reference: newestPackage(plan)?.assetRef, field: plan.field })),
    { reference: drive.enabled ? drive.packageRef : undefined, field: "definition.offer" },
  ];
  const contents = new Map<string, ScannedContents>();
  const findings: Finding[] = [];
  for (const { reference = "", field } of wanted) {
    const asset = assetNamed(reference, key, assets);
    if (asset?.state !== "accepted" || contents.has(reference)) continue;
    const examined = await examinedPackage(ports, asset, field);
    if (examined.ok) contents.set(reference, examined.contents);
    else findings.push(...examined.findings);
  }
  const planContents = plans.flatMap((plan) => {
    const found = contents.get(newestPackage(plan)?.assetRef ?? "");
    return found ? [{ planId: plan.planId, found }] : [];
  });
  return {
    ofPlans: (check) =>
      planContents.flatMap(({ planId, found }) =>
        namedPlan(planId, plans.length, check(planId, found)),
      ),
    testDrive: drive.enabled ? contents.get(drive.packageRef) : undefined,
    findings,
  };
}
