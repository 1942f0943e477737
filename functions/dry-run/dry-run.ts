import { certifyPackage } from "../../shared/checks/certify-package.ts";
import {
  type CertificationFacts,
  factsAsOf,
} from "../../shared/checks/facts/certification-facts.ts";
import { checkInfluencedRevenue } from "../../shared/checks/influenced-revenue.ts";
import { checkTestDrive } from "../../shared/checks/test-drive.ts";
import type { Finding } from "../../shared/findings/finding.ts";
import { applyWaivers } from "../../shared/findings/waivers/apply-waivers.ts";
import type { Waiver } from "../../shared/findings/waivers/waiver.ts";
import { malwareFindings } from "../../shared/malware/malware-findings.ts";
import { scannedContents } from "../../shared/malware/scanned-contents.ts";
import { testDriveOf } from "../../shared/offers/offer-document.ts";
import type { OfferKey } from "../../shared/offers/offer-key.ts";
import { checkPrerequisites } from "../../shared/offers/prerequisites/prerequisites.ts";
import type { JsonObject, Ports } from "../../shared/ports.ts";
import type { ProcessId, StepId } from "../../shared/publishing/processes/process.ts";
import { processOf, rowsFor } from "../../shared/publishing/processes/processes.ts";
import { adoptFiles } from "../assets/adopt-files.ts";
import { offerContext } from "../activities/gates/offer-context.ts";
import { type ReferredPackages, readReferredPackages } from "./referred-packages.ts";

/** What a step of the publishing table would find. */
export interface StepFindings {
  readonly step: StepId;
  readonly findings: readonly Finding[];
}

/** A document as it would be published, by which process. */
export interface Rehearsal {
  readonly key: OfferKey;
  readonly document: JsonObject;
  readonly process: ProcessId;
}

/** What a rehearsal is judged by. */
interface Judged extends Rehearsal {
  readonly facts: CertificationFacts;
  readonly waivers: readonly Waiver[];
  /** By the hash of the package. */
  readonly malware: ReadonlyMap<string, readonly Finding[]>;
}

type Check = (rehearsal: Judged, packages: ReferredPackages) => readonly Finding[];

/** The steps that can be rehearsed: those that look and change nothing. */
const checks: Partial<Record<StepId, Check>> = {
  "validate-influenced-revenue": ({ key }, { ofPlans }) =>
    ofPlans((planId, contents) => checkInfluencedRevenue({ ...key, planId }, contents)),
  certification: ({ facts, waivers, malware }, { ofPlans }) => {
    const findings = ofPlans((_planId, contents) => [
      ...(malware.get(contents.sha256) ?? []),
      ...certifyPackage(contents, facts),
    ]);
    return applyWaivers(findings, waivers, facts.asOf);
  },
  "test-drive-validation": (_, { testDrive }) => (testDrive ? checkTestDrive(testDrive) : []),
};

/** Everything that publishing would check, without publishing: all steps at once, not up to the first that fails. */
export async function dryRun(ports: Ports, rehearsal: Rehearsal): Promise<readonly StepFindings[]> {
  const { key, document, process } = rehearsal;
  const context = await adoptFiles(ports, document, await offerContext(ports, key));
  const packages = await readReferredPackages(ports, key, document, context.assets);
  const prerequisites = [...checkPrerequisites(document, context), ...packages.findings];
  const waivers = await ports.waivers.list(key);
  const malware = new Map<string, readonly Finding[]>();
  for (const contents of packages.packages) {
    const verdict = await ports.malware.scan(scannedContents(contents));
    malware.set(contents.sha256, malwareFindings(verdict, contents.sha256));
  }
  const judged = { ...rehearsal, facts: factsAsOf(ports.clock.now()), waivers, malware };
  const hasTestDrive = testDriveOf(document).enabled;
  return rowsFor(processOf(process), { hasTestDrive }).flatMap(({ step }) => {
    if (step === "validate-prerequisites") return { step, findings: prerequisites };
    const check = checks[step];
    return check ? { step, findings: check(judged, packages) } : [];
  });
}
