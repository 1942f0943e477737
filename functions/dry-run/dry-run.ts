import { certifyPackage } from "../../shared/checks/certify-package.ts";
import { certifyPlan, managedPlanOf } from "../../shared/checks/certify-plan.ts";
import {
  type CertificationFacts,
  factsAsOf,
} from "../../shared/checks/facts/certification-facts.ts";
import { checkInfluencedRevenue } from "../../shared/checks/influenced-revenue.ts";
import { checkTestDrive } from "../../shared/checks/test-drive.ts";
import type { Finding } from "../../shared/findings/finding.ts";
import { applyWaivers } from "../../shared/findings/waivers/apply-waivers.ts";
import type { Waiver } from "../../shared/findings/waivers/waiver.ts";
import { testDriveOf } from "../../shared/offers/offer-document.ts";
import type { OfferKey } from "../../shared/offers/offer-key.ts";
import { checkPrerequisites } from "../../shared/offers/prerequisites/prerequisites.ts";
import type { Ports } from "../../shared/ports.ts";
import { layoutOf } from "../../shared/packages/layout/package-layout.ts";
import type { JsonObject } from "../../shared/ports/values.ts";
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
}

type Check = (rehearsal: Judged, packages: ReferredPackages) => readonly Finding[];

/** The steps that can be rehearsed: those that look and change nothing. */
const checks: Partial<Record<StepId, Check>> = {
  "validate-influenced-revenue": ({ key }, { ofPlans }) =>
    ofPlans((planId, contents) => checkInfluencedRevenue({ ...key, planId }, contents)),
  certification: ({ document, facts, waivers }, { ofPlans }) => {
    const findings = ofPlans((planId, contents) => {
      const plan = managedPlanOf(document, planId);
      return [
        ...contents.malware,
        ...contents.secrets,
        ...certifyPackage(contents, facts),
        ...(plan === undefined ? [] : certifyPlan(plan, layoutOf(contents).createUiDefinition)),
      ];
    });
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
  const judged = { ...rehearsal, facts: factsAsOf(ports.clock.now()), waivers };
  const hasTestDrive = testDriveOf(document).enabled;
  return rowsFor(processOf(process), { hasTestDrive }).flatMap(({ step }) => {
    if (step === "validate-prerequisites") return { step, findings: prerequisites };
    const check = checks[step];
    return check ? { step, findings: check(judged, packages) } : [];
  });
}
