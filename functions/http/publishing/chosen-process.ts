import { processChoiceOf } from "../../../shared/offers/offer-document.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
import { processIds, type ProcessId } from "../../../shared/publishing/processes/process.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";

/** The process that a document asks for, or the usual one. */
export function chosenProcess(
  document: JsonObject,
  standard: ProcessId,
): { readonly process: ProcessId } | Refusal {
  const choice = processChoiceOf(document);
  const process = choice === undefined ? standard : processIds.find((id) => id === choice);
  if (process) return { process };
  return {
    kind: "unprocessable",
    code: "OfferNotPublishable",
    message: `The offer asks for publishing process ${String(choice)}; there are ${processIds.join(" and ")}. Name one of them, or leave the field out.`,
    target: "definition.offer.offerpress.publishingProcess",
  };
}
