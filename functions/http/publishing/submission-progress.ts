import type { Ports } from "../../../shared/ports.ts";
import type { OfferStatus, Progress } from "../../../shared/publishing/progress/progress.ts";

/** The progress of one of the offer's submissions, the current or an earlier one. */
export async function progressOf(
  ports: Ports,
  current: Progress,
  number: number,
): Promise<Progress | undefined> {
  if (current.offer.submission === number) return current;
  const left = await ports.progress.readSubmission(current.offer, number);
  return left && closed(left);
}

/** How the submission ended, where the offer's row speaks of a later one. */
function closed(left: Progress): Progress {
  const offer = { ...left.offer, status: endOf(left), goLiveRequested: false };
  return { ...left, offer: { ...offer, cancelRequested: false } };
}

function endOf({ operations }: Progress): OfferStatus {
  const last = operations.find((one) => one.type === "goLive") ?? operations[0];
  if (last?.state === "failed") return "failed";
  // A publish that ended well and was followed by no golive was cancelled at sign-off.
  return last?.type === "goLive" && last.state === "succeeded" ? "succeeded" : "canceled";
}
