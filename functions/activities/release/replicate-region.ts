import type { Ports } from "../../../shared/ports.ts";
import type { RegionCall } from "../contracts.ts";

/** Copies a submission to one region. Whatever goes wrong is a value: other regions must go on. */
export const replicateRegion =
  (ports: Ports) =>
  async ({ submission, region }: RegionCall): Promise<{ ok: boolean; error?: string }> => {
    try {
      await replicate(ports, submission, region);
      return { ok: true };
    } catch (error) {
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  };

async function replicate(
  { catalogue, regions }: Ports,
  submission: RegionCall["submission"],
  region: string,
): Promise<void> {
  const entry = await catalogue.readEntry(submission, submission.number);
  if (entry === undefined) throw new Error(`${submission.submissionId} was never packaged`);
  for (const sha256 of new Set(entry.plans.map((plan) => plan.package.sha256))) {
    const held = await regions.copyPackage(region, sha256);
    if (held !== sha256) throw new Error(`${region} holds ${held} instead of package ${sha256}`);
  }
  await regions.copyEntry(region, entry);
}
