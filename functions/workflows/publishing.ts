import type { StepId } from "../../shared/publishing/processes/process.ts";
import { withdrawSubmission } from "../activities/contracts.ts";
import { durable, Stopped, type Flow, type Workflow } from "./durable.ts";
import { insist } from "./persevere.ts";

/** How a run ended; `step` is where it stopped. */
export interface PublishingResult {
  readonly outcome: "live" | "rejected" | "canceled";
  readonly step?: StepId;
}

/** Makes a workflow of a publishing table: it ends live, or where a row stopped it. */
export const publishing = (rows: (flow: Flow) => Workflow<void>) =>
  durable(function* (flow): Workflow<PublishingResult> {
    try {
      yield* rows(flow);
      return { outcome: "live" };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      if (error.outcome === "canceled") yield* insist(flow, withdrawSubmission, () => flow.call);
      return { outcome: error.outcome, step: error.step };
    }
  });
