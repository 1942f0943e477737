import type { StepId } from "../../shared/publishing/processes/process.ts";
import type { Contract, GateOutcome, StepCall } from "../activities/contracts.ts";
import { Stopped, type Flow, type Workflow } from "./durable.ts";
import { run } from "./persevere.ts";

/** A row that one activity decides: passed goes on, anything else ends the run. */
export function* gate(
  flow: Flow,
  step: StepId,
  activity: Contract<StepCall, GateOutcome>,
): Workflow<void> {
  flow.enter(step);
  const { outcome } = yield* run(flow, step, activity, () => flow.call);
  if (outcome !== "passed") throw new Stopped(outcome, step);
}
