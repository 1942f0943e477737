import type { Progress } from "../progress/progress.ts";

interface Notice {
  readonly text: string;
  readonly level: "information" | "warning" | "error";
}

const information = (text: string): Notice => ({ text, level: "information" });
const warning = (text: string): Notice => ({ text, level: "warning" });

const running = ({ offer, steps }: Progress): Notice => {
  if (offer.cancelRequested) return information("The submission is being cancelled.");
  if (steps.some((step) => step.status === "blocked"))
    return warning(
      "Publishing is held up on our side and continues when the operator resumes it. There is nothing for you to do.",
    );
  if (steps.some((step) => step.status === "waitingForPublisherReview"))
    return warning("It is your turn: the reviewers reported issues that you must address.");
  if (steps.some((step) => step.status === "waitingForApproval"))
    return information("It is the reviewers' turn. There is nothing for you to do.");
  return information("Publishing is in progress. There is nothing for you to do.");
};

/** Where an offer stands in one sentence, and whose turn it is. */
export function offerNotice(progress: Progress): Notice | undefined {
  const { status, liveSubmission } = progress.offer;
  const kept =
    liveSubmission === undefined
      ? ""
      : ` Version ${String(liveSubmission)} of the offer stays live.`;
  switch (status) {
    case "neverPublished":
    case "notStarted":
      return undefined;
    case "running":
      return running(progress);
    case "waitingForPublisherReview":
      return progress.offer.cancelRequested
        ? running(progress)
        : warning(`It is your turn: verify the preview, then select Go Live or cancel.${kept}`);
    case "succeeded":
      return information("The offer is live.");
    case "canceled":
      return information(`The submission was cancelled.${kept}`);
    case "failed":
      return {
        text: `Publishing stopped. Fix what the rejected step lists, then publish again.${kept}`,
        level: "error",
      };
  }
}
