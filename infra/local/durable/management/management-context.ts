import type { DurableEngine } from "../engine/engine.ts";
import type { DurableRequest } from "./durable-request.ts";

/** What every operation of the API gets. */
export interface ManagementContext {
  engine: DurableEngine;
  hubName: string;
  request: DurableRequest;
}

const settleMs = 25;

/**
 * Waits a moment for the instance to come to rest, as a front end on Azure takes its moment too:
 * who asks right after the answer then sees what the request has done.
 */
export async function settle({ engine }: ManagementContext, instanceId: string): Promise<void> {
  const { clock } = engine.settings;
  let cancel = () => {};
  const moment = new Promise<void>((resolve) => {
    cancel = clock.at(new Date(clock.now().getTime() + settleMs), resolve);
  });
  await Promise.race([engine.settled(instanceId), moment]);
  cancel();
}

/** Asks the caller's own log for a hazard that no single instance has. */
export function warn({ engine }: ManagementContext, message: string): void {
  engine.settings.log("warning", "Host.Durable.Hazard", message);
}
