import type { Finding } from "../../../shared/findings/finding.ts";
import type { Asset } from "../../../shared/offers/asset.ts";
import { assetNamed } from "../../../shared/offers/asset-reference.ts";
import { testDriveOf } from "../../../shared/offers/offer-document.ts";
import { newestPackage, plansOf } from "../../../shared/offers/plans.ts";
import { wholeOf } from "../../../shared/packages/byte-source.ts";
import { heldTo, OtherSum } from "../../../shared/packages/held-to.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";
import { changedSince } from "./changed-since.ts";
import { findSeal, writeSeal, type SealedPackages } from "./sealed-packages.ts";

interface Wanted {
  readonly assetRef: string;
  readonly field: string;
}

/**
 * Copies the packages of a submission under their own hash and seals them. The link a publisher
 * uploads through outlives the upload, so what was examined must not be what may still change.
 * Sealing again changes nothing.
 */
export async function sealPackages(
  ports: Ports,
  submission: Submission,
  document: JsonObject,
  assets: readonly Asset[],
): Promise<readonly Finding[]> {
  if ((await findSeal(ports, submission)) !== undefined) return [];
  const sums = new Map<string, string>();
  const findings: Finding[] = [];
  for (const wanted of wantedOf(submission, document)) {
    const sealed = await copy(ports, submission, wanted, assets);
    if (typeof sealed === "string") sums.set(wanted.assetRef, sealed);
    else findings.push(...sealed);
  }
  if (findings.length === 0) await writeSeal(ports, submission, sealOf(submission, document, sums));
  return findings;
}

function wantedOf(submission: Submission, document: JsonObject): Wanted[] {
  const plans = plansOf(document).flatMap((plan) => {
    const newest = newestPackage(plan);
    return newest ? [{ assetRef: newest.assetRef, field: plan.field }] : [];
  });
  const testDrive = { assetRef: testDriveOf(document).packageRef, field: "definition.offer" };
  const all = submission.hasTestDrive ? [...plans, testDrive] : plans;
  return [...new Map(all.map((wanted) => [wanted.assetRef, wanted])).values()];
}

/** The package's hash when it is in the package store, findings when it may not be. */
async function copy(
  ports: Ports,
  submission: Submission,
  { assetRef, field }: Wanted,
  assets: readonly Asset[],
): Promise<string | readonly Finding[]> {
  const asset = assetNamed(assetRef, submission, assets);
  if (asset?.sha256 === undefined) throw new Error(`${field} passed without an examined asset`);
  const source = await ports.uploads.open(asset.blob);
  if (source === undefined) return [changedSince(asset, field)];
  try {
    await ports.packages.put(asset.sha256, heldTo(wholeOf(source), asset.sha256));
    return asset.sha256;
  } catch (error) {
    if (error instanceof OtherSum) return [changedSince(asset, field)];
    throw error;
  }
}

function sealOf(
  submission: Submission,
  document: JsonObject,
  sums: ReadonlyMap<string, string>,
): SealedPackages {
  const plans = plansOf(document).flatMap((plan) => {
    const { assetRef = "", version = "" } = newestPackage(plan) ?? {};
    const sha256 = sums.get(assetRef);
    return sha256 === undefined ? [] : [{ planId: plan.planId, version, sha256 }];
  });
  const sha256 = sums.get(testDriveOf(document).packageRef);
  return submission.hasTestDrive && sha256 !== undefined
    ? { plans, testDrive: { sha256 } }
    : { plans };
}
