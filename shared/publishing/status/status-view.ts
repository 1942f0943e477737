import { offerNotice } from "../notices/offer-notices.ts";
import type { Progress } from "../progress/progress.ts";
import { messageView } from "./message-view.ts";
import type { MessageView } from "./message-view.ts";
import { stepView } from "./step-view.ts";

/** What is said about the offer as a whole. */
export function offerMessages(progress: Progress): readonly MessageView[] {
  const notice = offerNotice(progress);
  return notice === undefined ? [] : [messageView({ ...notice, at: progress.offer.changedAt })];
}

/** The Status tab as JSON; the link lists are always empty, as they were in CPP. */
export function statusView(progress: Progress) {
  const { offer } = progress;
  return {
    status: offer.status,
    messages: offerMessages(progress),
    steps: progress.steps.map((state) => stepView(progress, state)),
    previewLinks: [],
    liveLinks: [],
    notificationEmails: progress.operations[0]?.notificationEmails ?? "",
    process: offer.process,
    submission: offer.submission,
    liveSubmission: offer.liveSubmission,
    cancelRequested: offer.cancelRequested,
    changedTime: offer.changedAt,
  };
}
