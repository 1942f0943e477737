import type { EngineSettings } from "../engine-settings.ts";
import type { HotInstance, StartOrder } from "./hot-instance.ts";
import { pendingRecord } from "./pending-record.ts";
import { rewriteInstance } from "./rewrite-instance.ts";

/** Writes a start down, in place of what was there; to be called within the instance's turn. */
export async function beginInstance(
  { store, clock }: EngineSettings,
  hot: HotInstance,
  order: StartOrder,
  consumed: readonly string[],
): Promise<void> {
  const record = pendingRecord(order, clock.now());
  await rewriteInstance(store, hot, { record, history: [], consumed });
}
