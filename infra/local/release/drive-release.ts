import { performance } from "node:perf_hooks";
import type { OfferStatus, PublisherClient } from "./publisher-client.ts";
import type { Screen } from "../terminal/screen.ts";

/** Who answers while a release runs: the people that the local start stands in for. */
export interface Cast {
  /** Called once per submission, when it waits for sign-off. */
  readonly signOff: () => Promise<void>;
  /** Called once per submission, when the reviewers have it. */
  readonly review: (submission: number) => Promise<void>;
}

const lookEveryMs = 50;
const settled = new Set(["succeeded", "failed", "canceled"]);
const isAt = (status: OfferStatus, id: string, ...states: string[]): boolean =>
  status.steps.some((step) => step.id === id && states.includes(step.status));

/** Follows the newest submission to its end, playing the cast's parts when their turn comes. */
export async function driveRelease(
  client: PublisherClient,
  cast: Cast,
  screen: Screen,
): Promise<OfferStatus> {
  const played = new Set<string>();
  const once = async (part: string, play: () => Promise<void>): Promise<void> => {
    if (played.has(part)) return;
    played.add(part);
    await play();
  };
  for (;;) {
    const status = await client.status();
    screen.show(status, performance.now());
    if (settled.has(status.status)) return status;
    if (status.steps.some((step) => step.status === "blocked")) return status;
    if (status.status === "waitingForPublisherReview") await once("sign-off", cast.signOff);
    if (isAt(status, "microsoft-review", "inProgress", "waitingForApproval"))
      await once("review", () => cast.review(status.submission ?? 0));
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
