import { assessReview, openReview, reviewChanged } from "../activities/contracts.ts";
import { days } from "./durations.ts";
import { Stopped, type Flow, type Workflow } from "./durable.ts";
import { run } from "./persevere.ts";

const step = "microsoft-review";

/** Rounds of review: every reported issue is addressed before the offer goes on. */
export function* reviewRounds(flow: Flow): Workflow<void> {
  for (let round = 1; !(yield* approvedIn(flow, round)); round++) {
    // The next round shows the reviewers what the publisher has addressed.
  }
}

/** True when the reviewers approved, false when the publisher has addressed what they reported. */
function* approvedIn(flow: Flow, round: number): Workflow<boolean> {
  const call = () => ({ ...flow.call, round });
  flow.enter(step, { round });
  const { outcome } = yield* run(flow, step, openReview, call);
  if (outcome === "canceled") throw new Stopped("canceled", step);
  for (;;) {
    const { verdict } = yield* run(flow, step, assessReview, call);
    switch (verdict) {
      case "approved":
        return true;
      case "addressed":
        return false;
      case "rejected":
      case "canceled":
        throw new Stopped(verdict, step);
      case "with-reviewer":
      case "with-publisher":
        yield* flow.wake([reviewChanged], days(2));
    }
  }
}
