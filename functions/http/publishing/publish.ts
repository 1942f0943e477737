import { randomUUID } from "node:crypto";
import { access } from "../../../shared/identity/access.ts";
import { isSameContent } from "../../../shared/offers/document-content.ts";
import { testDriveOf } from "../../../shared/offers/offer-document.ts";
import { isUnderWay } from "../../../shared/publishing/progress/change-step.ts";
import { canPublish } from "../../../shared/publishing/progress/permissions.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import { openSubmission } from "../../../shared/publishing/progress/submissions.ts";
import { placeOrder, submissionOf } from "../../orders/place-order.ts";
import { isRefusal, offerEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { bodyOf } from "../request/request-body.ts";
import { actorOf } from "../access/actor-of.ts";
import { chosenProcess } from "./chosen-process.ts";
import { emailsOf, OrderBody } from "./notification-emails.ts";
import { operationAnswer } from "./operation-answer.ts";

const ordering = { dialect: "cpp", access: access.members } as const;

/** Starts the submission of the draft; of a draft that is being published already, answers that. */
export const publish = offerEndpoint(
  ordering,
  (shell) =>
    async ({ request, context, key, caller }) => {
      const { ports, settings } = shell;
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
        by: actorOf(caller),
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
      return isRefusal(placed) ? placed : operationAnswer(shell, placed.progress, "publish");
    },
);
