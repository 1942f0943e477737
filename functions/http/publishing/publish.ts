import { randomUUID } from "node:crypto";
import { isSameContent } from "../../../shared/offers/document-content.ts";
import { processChoiceOf, testDriveOf } from "../../../shared/offers/offer-document.ts";
import type { JsonObject } from "../../../shared/ports.ts";
import { processIds, type ProcessId } from "../../../shared/publishing/processes/process.ts";
import { isUnderWay } from "../../../shared/publishing/progress/change-step.ts";
import { canPublish } from "../../../shared/publishing/progress/permissions.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import { openSubmission } from "../../../shared/publishing/progress/submissions.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { placeOrder, submissionOf } from "../../orders/place-order.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { bodyOf } from "../request-body.ts";
import { offerKeyOf } from "../route-values.ts";
import { emailsOf, OrderBody } from "./notification-emails.ts";
import { operationAnswer } from "./operation-answer.ts";

/** Starts the submission of the draft; of a draft that is being published already, answers that. */
export const publish = endpoint("cpp", (shell) => async (request, context) => {
  const { ports, settings } = shell;
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const sent = await bodyOf(request, OrderBody);
  if (isRefusal(sent)) return sent;
  const draft = await ports.documents.readDraft(key);
  if (!draft) return missingNotices.offer(key);
  const process = chosenProcess(draft.value, settings.defaultProcess);
  if (isRefusal(process)) return process;

  const isVersionUnderWay = async (progress: Progress): Promise<boolean> => {
    if (!isUnderWay(progress)) return false;
    const version = await ports.documents.readVersion(key, progress.offer.submission);
    // Not frozen yet: the draft is what the start will freeze.
    return version === undefined || isSameContent(version, draft.value);
  };
  const operationId = randomUUID();
  const notificationEmails = emailsOf(sent.body) ?? "";
  const hasTestDrive = testDriveOf(draft.value).enabled;
  const placed = await placeOrder(shell, context, {
    act: "start",
    key,
    document: draft.value,
    permit: async (progress) =>
      canPublish(progress, { isVersionUnderWay: await isVersionUnderWay(progress) }),
    change: (progress, at) => {
      const offer = { ...progress.offer, ...process, hasTestDrive };
      const submission = submissionOf({
        ...progress,
        offer: { ...offer, submission: offer.submission + 1 },
      });
      return openSubmission(progress, { submission, operationId, notificationEmails }, at);
    },
  });
  if (!placed) return missingNotices.offer(key);
  return isRefusal(placed) ? placed : operationAnswer(placed.progress, "publish", settings);
});

function chosenProcess(
  document: JsonObject,
  standard: ProcessId,
): { process: ProcessId } | Refusal {
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
