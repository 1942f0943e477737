import { closeSignOff, goLiveRequested, openSignOff } from "../activities/contracts.ts";
import { days } from "./durations.ts";
import { Stopped, type Flow, type Workflow } from "./durable.ts";
import { run } from "./persevere.ts";
import { gate } from "./steps.ts";

const step = "publisher-sign-off";

/** Opens the preview and waits, as long as it takes, until the publisher says Go Live or cancels. */
export function* signOff(flow: Flow): Workflow<void> {
  flow.enter(step);
  while ((yield* decision(flow)) === "waiting") {
    yield* flow.wake([goLiveRequested], days(2));
  }
  yield* gate(flow, step, closeSignOff);
}

function* decision(flow: Flow): Workflow<"waiting" | "go-live"> {
  const answer = yield* run(flow, step, openSignOff, () => flow.call);
  if (answer.decision === "canceled") throw new Stopped("canceled", step);
  return answer.decision;
}
