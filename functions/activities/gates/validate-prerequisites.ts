import { isBlocking } from "../../../shared/findings/blocking.ts";
import { checkPrerequisites } from "../../../shared/offers/prerequisites/prerequisites.ts";
import type { JsonObject, Ports } from "../../../shared/ports.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { runGate, type GateContext, type GateResult } from "../running/run-gate.ts";
import { frozenDocument } from "./frozen-document.ts";
import { sealPackages } from "./seal-packages.ts";

/** Checks the frozen document against the offer model and seals the packages it refers to. */
export const validatePrerequisites =
  (ports: Ports) =>
  (call: StepCall): Promise<GateOutcome> =>
    runGate(ports, "validate-prerequisites", call, (context) => examine(ports, context));

async function examine(ports: Ports, context: GateContext): Promise<GateResult> {
  const { publisherId, offerId } = context.submission;
  const key = { publisherId, offerId };
  const [document, assets, published] = await Promise.all([
    frozenDocument(ports, context.submission),
    ports.assets.list(key),
    publishedDocument(ports, context),
  ]);
  const findings = checkPrerequisites(document, { key, assets, published });
  if (findings.some(isBlocking)) return { findings };
  const sealing = await sealPackages(ports, context.submission, document, assets);
  return { findings: [...findings, ...sealing] };
}

/** What customers see now. */
async function publishedDocument(
  ports: Ports,
  { progress: { offer } }: GateContext,
): Promise<JsonObject | undefined> {
  return offer.liveSubmission === undefined
    ? undefined
    : await ports.documents.readVersion(offer, offer.liveSubmission);
}
