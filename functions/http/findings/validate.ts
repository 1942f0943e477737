import type { HttpRequest } from "@azure/functions";
import { isBlocking } from "../../../shared/findings/blocking.ts";
import { access } from "../../../shared/identity/access.ts";
import { takeDocument } from "../../../shared/offers/document-intake.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
import { rowOf } from "../../../shared/publishing/processes/processes.ts";
import type { ProcessId } from "../../../shared/publishing/processes/process.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { dryRun, type StepFindings } from "../../dry-run/dry-run.ts";
import { ok } from "../answers.ts";
import { isRefusal, offerEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { jsonBodyOf } from "../request/request-body.ts";
import { chosenProcess } from "../publishing/chosen-process.ts";
import { sarifAnswer, wantsSarif } from "./sarif-answer.ts";

/**
 * Everything that Publish would check, without publishing: of the draft, or of the document in the
 * body, which is not stored. Findings by step, or all as SARIF.
 */
export const validate = offerEndpoint(
  { dialect: "own", access: access.readers },
  ({ ports, settings }) =>
    async ({ request, key }) => {
      const document = await documentOf(ports, key, request);
      if (isRefusal(document)) return document;
      const chosen = chosenProcess(document, settings.defaultProcess);
      if (isRefusal(chosen)) return chosen;
      const steps = await dryRun(ports, { key, document, ...chosen });
      if (!wantsSarif(request)) return ok(resultOf(steps, chosen.process));
      const findings = steps.flatMap((step) => step.findings);
      return sarifAnswer(findings, key);
    },
);

async function documentOf(
  { documents }: Ports,
  key: OfferKey,
  request: HttpRequest,
): Promise<JsonObject | Refusal> {
  const sent = await jsonBodyOf(request);
  if (isRefusal(sent)) return sent;
  if (Object.keys(sent.body).length > 0) {
    const intake = takeDocument(sent.body, key);
    return intake.ok ? intake.document : intake.refusal;
  }
  return (await documents.readDraft(key))?.value ?? missingNotices.offer(key);
}

const resultOf = (steps: readonly StepFindings[], process: ProcessId) => ({
  result: steps.some(({ findings }) => findings.some(isBlocking)) ? "failed" : "passed",
  process,
  steps: steps.map(({ step, findings }) => ({
    id: rowOf(process, step).wireId,
    step,
    stepName: rowOf(process, step).title,
    result: findings.some(isBlocking) ? "failed" : "passed",
    findings,
  })),
});
