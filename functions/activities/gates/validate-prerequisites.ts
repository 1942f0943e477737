import { isBlocking } from "../../../shared/findings/blocking.ts";
import { factsOnceLive } from "../../../shared/offers/changes/facts/facts-for-next.ts";
import { checkPrerequisites } from "../../../shared/offers/prerequisites/prerequisites.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { GateOutcome, StepCall } from "../contracts.ts";
import { adoptFiles } from "../../assets/adopt-files.ts";
import { runGate, type GateContext, type GateResult } from "../running/run-gate.ts";
import { frozenDocument } from "./frozen-document.ts";
import { offerContext } from "./offer-context.ts";
import { keepPublishedFacts } from "./published-facts.ts";
import { sealPackages } from "../packages/seal-packages.ts";

/** Checks the frozen document against the offer model and seals the packages it refers to. */
export const validatePrerequisites =
  (ports: Ports) =>
  (call: StepCall): Promise<GateOutcome> =>
    runGate(ports, "validate-prerequisites", call, (context) => examine(ports, context));

async function examine(ports: Ports, { submission, progress }: GateContext): Promise<GateResult> {
  const { publisherId, offerId } = submission;
  const key = { publisherId, offerId };
  const [document, known] = await Promise.all([
    frozenDocument(ports, submission),
    offerContext(ports, key, { live: progress.offer.liveSubmission }),
  ]);
  const context = await adoptFiles(ports, document, known);
  const findings = checkPrerequisites(document, context);
  if (findings.some(isBlocking)) return { findings };
  const { assets, published, facts } = context;
  const byId = new Map(assets.map((asset) => [asset.assetId, asset]));
  const past = { key, assets: byId, published, facts };
  await keepPublishedFacts(ports, submission, factsOnceLive(document, past));
  const sealing = await sealPackages(ports, submission, document, assets);
  return { findings: [...findings, ...sealing] };
}
