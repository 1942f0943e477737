import { EventType } from "../history/event-type.ts";
import type { HistoryEvent } from "../history/history-event.ts";
import type { Decision } from "./decision.ts";

/** The replay did not order what the history says was ordered before. */
export class NonDeterministicError extends Error {
  constructor(finding: string) {
    super(`Non-Deterministic workflow detected: ${finding}`);
    this.name = "NonDeterministicError";
  }
}

const question =
  "Was a change made to the orchestrator code after this instance had already started running?";

const dotnetNames: Record<Decision["kind"], string> = {
  activity: "ScheduleTaskOrchestratorAction",
  timer: "CreateTimerOrchestratorAction",
  child: "CreateSubOrchestrationAction",
};

/** Throws unless the replay has ordered the same as the event of the history. */
export function checkSameDecision(event: HistoryEvent, decision: Decision | undefined): void {
  const wording = wordings(event);
  if (!decision) {
    const missing = "but the current replay execution hasn't (yet?) scheduled this task.";
    throw new NonDeterministicError(
      `A previous execution of this orchestration ${wording.missing} ${missing} ${question}`,
    );
  }
  if (decision.kind !== wording.kind) {
    const place = wording.kind === "child" ? "at" : "with";
    const other = `${dotnetNames[decision.kind]} action ${place} this sequence number.`;
    const instead = `the current orchestration replay instead produced a ${other}`;
    throw new NonDeterministicError(
      `A previous execution of this orchestration ${wording.otherKind} but ${instead} ${question}`,
    );
  }
  if (decision.kind === "timer") return;
  if (decision.name.toLowerCase() === (event.Name ?? "").toLowerCase()) return;
  const instead =
    decision.kind === "activity"
      ? `an activity task named '${decision.name}' with this sequence number. `
      : `a sub-orchestration task with name ${decision.name} at this sequence number.`;
  throw new NonDeterministicError(
    `A previous execution of this orchestration ${wording.otherKind} but the current orchestration replay instead scheduled ${instead} ${question}`,
  );
}

interface Wording {
  kind: Decision["kind"];
  missing: string;
  otherKind: string;
}

function wordings(event: HistoryEvent): Wording {
  const id = event.EventId;
  const name = event.Name ?? "";
  if (event.EventType === EventType.TimerCreated) {
    return {
      kind: "timer",
      missing: `scheduled a timer task with sequence number ${id}`,
      // The name is missing in the official text too.
      otherKind: `scheduled a timer task with sequence number ${id} named`,
    };
  }
  if (event.EventType === EventType.TaskScheduled) {
    return {
      kind: "activity",
      missing: `scheduled an activity task with sequence ID ${id} and name '${name}' (version ''),`,
      otherKind: `scheduled an activity task with sequence number ${id} named '${name}',`,
    };
  }
  const identity = `(version '${event.Version ?? ""}', instance ID '${event.InstanceId ?? ""}')`;
  const child = `scheduled a sub-orchestration task with sequence ID ${id} and name '${name}' ${identity},`;
  return { kind: "child", missing: child, otherKind: child };
}
