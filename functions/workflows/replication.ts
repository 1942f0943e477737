import { closeReplication, openReplication, replicateRegion } from "../activities/contracts.ts";
import { Stopped, type Attempt, type Flow, type Workflow } from "./durable.ts";
import { persevere, run } from "./persevere.ts";

/** Copies the offer to every region, as a row of its own or as the first half of Live. */
export function* replicate(flow: Flow, step: "replication" | "live"): Workflow<void> {
  const call = () => ({ ...flow.call, step });
  let done: readonly string[] = [];
  flow.enter(step);
  yield* persevere(flow, step, function* (): Workflow<Attempt<void>> {
    // Opening again before each try is where a cancel is noticed between them.
    const { outcome, regions } = yield* run(flow, step, openReplication, call);
    if (outcome === "canceled") throw new Stopped("canceled", step);
    const missing = regions.filter((region) => !done.includes(region));
    const inputs = missing.map((region) => ({ ...flow.call, region }));
    const copies = yield* flow.attemptAll(replicateRegion, inputs);
    if (!copies.ok) return copies;
    done = [...done, ...missing.filter((_, i) => copies.value[i]?.ok)];
    const failures = copies.value.flatMap((copy, i) =>
      copy.ok ? [] : [`${missing[i] ?? ""}: ${copy.error ?? "unknown failure"}`],
    );
    if (failures.length > 0) return { ok: false, reason: failures.join("; ") };
    return { ok: true, value: undefined };
  });
  const { outcome } = yield* run(flow, step, closeReplication, call);
  if (outcome !== "passed") throw new Stopped(outcome, step);
}
