import type { InstanceRecord } from "../../store/instance-record.ts";
import type { Answer } from "../answer.ts";
import type { EngineSettings } from "../engine-settings.ts";
import { rewindHistory } from "../episode/rewind.ts";
import type { HotInstance } from "./hot-instance.ts";
import { rewriteInstance } from "./rewrite-instance.ts";

/** What became of a rewind, and the failed children that have to be rewound too. */
interface Rewinding {
  answer: Answer;
  children: readonly string[];
}

/** Takes a failed instance back to before its failure; to be called within its turn. */
export async function rewindInstance(
  { store, clock }: EngineSettings,
  hot: HotInstance,
  reason: string | null,
): Promise<Rewinding> {
  const { record } = hot;
  if (!record) return { answer: "unknown", children: [] };
  if (record.status !== "Failed") return { answer: { refused: record.status }, children: [] };
  const { history, children } = rewindHistory(hot.history);
  const lastUpdatedTime = clock.now().toISOString();
  // A parent of failed children waits for them: it has nothing to do itself.
  const next: InstanceRecord =
    children.length > 0
      ? { ...record, status: "Running", output: null, lastUpdatedTime }
      : { ...record, status: "Pending", lastUpdatedTime, rewound: { reason } };
  await rewriteInstance(store, hot, { record: next, history, consumed: [] });
  return { answer: "accepted", children };
}
