import { buildEntry, type PackagedPlan } from "../../../shared/catalogue/build-entry.ts";
import { isBlocking } from "../../../shared/findings/blocking.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";
import { sha256Of } from "../../../shared/packages/sha256.ts";
import { unpackedFiles } from "../../../shared/packages/unpacked-files.ts";
import { packageStream } from "../../../shared/packages/write-package.ts";
import type { Ports } from "../../../shared/ports.ts";
import { stepNotices } from "../../../shared/publishing/notices/step-notices.ts";
import type { StepMessage } from "../../../shared/publishing/progress/progress.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { runGate, type GateContext, type GateResult } from "../running/run-gate.ts";
import { frozenDocument } from "./frozen-document.ts";
import { privateAudiences } from "./private-audiences.ts";
import { registerLeads } from "./register-leads.ts";
import { openSealed, readSeal, type SealedPlan } from "../packages/sealed-packages.ts";

/** Makes the customer packages, tries the lead destination and writes the catalogue entry. */
export const packageOffer =
  (ports: Ports) =>
  (call: StepCall): Promise<GateOutcome> =>
    runGate(ports, "packaging", call, (context) => make(ports, context));

async function make(ports: Ports, context: GateContext): Promise<GateResult> {
  const { submission, startedAt, at } = context;
  const document = await frozenDocument(ports, submission);
  const { plans } = await readSeal(ports, submission);
  const audiences = await privateAudiences(ports, submission, document);
  if (audiences.findings.length > 0) return { findings: audiences.findings };
  const packaged: PackagedPlan[] = [];
  const messages: StepMessage[] = [];
  for (const plan of plans) {
    const made = await makePackage(ports, plan);
    packaged.push({ ...made, audience: audiences.byPlan.get(plan.planId) });
    messages.push(stepNotices.packaged(plan.planId, plan.version, made.sha256, at));
  }
  const leads = await registerLeads(ports, context, document);
  // The step's own start, so that repeating the step writes the very same entry.
  if (!leads.findings.some(isBlocking))
    await ports.catalogue.writeEntry(buildEntry(submission, document, packaged, startedAt));
  return { findings: leads.findings, messages: [...messages, ...leads.messages] };
}

/** Same files, same bytes: the package that customers get is named by its hash. */
async function makePackage(ports: Ports, { planId, sha256 }: SealedPlan): Promise<PackagedPlan> {
  const { source, contents } = await openSealed(ports, sha256, readPackage);
  const files = await unpackedFiles(source);
  // Written twice: what it is called in storage is known when it has passed once.
  const sum = await sha256Of(packageStream(files));
  await ports.packages.put(sum, packageStream(files));
  const size = (await ports.packages.open(sum))?.size ?? 0;
  const sorted = [...contents.files].sort((one, other) => (one.path < other.path ? -1 : 1));
  return { planId, sha256: sum, size, files: sorted };
}
