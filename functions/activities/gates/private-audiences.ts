import type { Finding } from "../../../shared/findings/finding.ts";
import { parseAudienceCsv } from "../../../shared/offers/audience/audience-csv.ts";
import { isPrivatePlan } from "../../../shared/offers/audience/private-plan.ts";
import { assetNamed } from "../../../shared/offers/asset-reference.ts";
import { listOf, objectOf, textOf } from "../../../shared/offers/json-fields.ts";
import { type Plan, plansOf } from "../../../shared/offers/plans.ts";
import { sha256 } from "../../../shared/packages/sha256.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";
import { changedSince } from "../packages/changed-since.ts";

interface Audiences {
  /** Subscriptions, in lower case, by plan ID; public plans are not in it. */
  readonly byPlan: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly Finding[];
}

/** Who may see the private plans of a submission. */
export async function privateAudiences(
  ports: Ports,
  submission: Submission,
  document: JsonObject,
): Promise<Audiences> {
  const byPlan = new Map<string, readonly string[]>();
  const findings: Finding[] = [];
  for (const plan of plansOf(document).filter(({ fields }) => isPrivatePlan(fields))) {
    const audience = await audienceOf(ports, submission, plan);
    if ("message" in audience) findings.push(audience);
    else byPlan.set(plan.planId, audience);
  }
  return { byPlan, findings };
}

async function audienceOf(
  ports: Ports,
  submission: Submission,
  { fields, field }: Plan,
): Promise<readonly string[] | Finding> {
  const { manualEntries, uploadedCsvUri } = objectOf(fields["restrictedAudience"]);
  const file = textOf(uploadedCsvUri);
  if (file === "")
    return listOf(manualEntries).map((one) => textOf(objectOf(one)["id"]).toLowerCase());
  const asset = assetNamed(file, submission, await ports.assets.list(submission));
  if (!asset) throw new Error(`the audience of ${field} passed without an examined asset`);
  const bytes = await ports.uploads.read(asset.blob);
  if (!bytes || (await sha256(bytes)) !== asset.sha256)
    return changedSince(asset, `${field}.restrictedAudience.uploadedCsvUri`);
  return parseAudienceCsv(new TextDecoder().decode(bytes)).rows.map((row) => row.subscriptionId);
}
