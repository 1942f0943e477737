import type { Ports } from "../../../shared/ports.ts";
import type { StageCall } from "../contracts.ts";
import { begin } from "../running/run-gate.ts";
import { stepOutcome } from "../running/step-outcome.ts";

/** Begins the step that replicates and names the regions. */
export const openReplication =
  (ports: Ports) =>
  async (call: StageCall): Promise<{ outcome: "opened" | "canceled"; regions: string[] }> => {
    const { value } = await begin(ports, call.step, call);
    const known = stepOutcome(value, call.submission, call.step);
    const stopped = known === "canceled" || known === "rejected";
    return stopped
      ? { outcome: "canceled", regions: [] }
      : { outcome: "opened", regions: [...ports.regions.names] };
  };
