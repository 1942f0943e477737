import { EventType } from "../../history/event-type.ts";
import type { HistoryEvent } from "../../history/history-event.ts";
import { type Hazard, hazard } from "../../replay/hazards.ts";
import type { Ending } from "../../replay/replay.ts";
import type { InstanceRecord } from "../../store/instance-record.ts";
import {
  decisionEvent,
  executionCompleted,
  executionStarted,
  orchestratorCompleted,
  orchestratorStarted,
} from "./episode-events.ts";
import type { EngineSettings } from "../engine-settings.ts";
import { runGeneration } from "./generation.ts";
import { newId } from "../instance/pending-record.ts";

export interface EpisodeInput {
  record: InstanceRecord;
  history: readonly HistoryEvent[];
  /** What has arrived, in order. */
  events: readonly HistoryEvent[];
}

export interface EpisodeOutcome {
  record: InstanceRecord;
  appended: HistoryEvent[];
  /** The instance continued as new: `appended` is the history of its new generation. */
  startsAfresh: boolean;
  hazards: Hazard[];
  ending?: Exclude<Ending, { kind: "continued" }>;
}

/** Runs the orchestrator over what has arrived, through continue-as-new, without storing. */
export async function runEpisode(
  settings: EngineSettings,
  input: EpisodeInput,
): Promise<EpisodeOutcome> {
  const startedAt = episodeTime(settings, input);
  let record = withArrivals(input.record, input.events);
  let past = input.history;
  let arrived = [orchestratorStarted(startedAt), ...opening(input), ...input.events];
  let startsAfresh = false;
  const hazards: Hazard[] = input.events.flatMap(terminatedChild);
  let carriedStatus: string | null = null;
  for (;;) {
    const found = hazards.splice(0);
    const run = await runGeneration(settings, { record, past, arrived, hazards: found });
    hazards.push(...run.hazards);
    record = { ...record, customStatus: run.customStatus ?? carriedStatus };
    const { ending } = run;
    if (ending?.kind !== "continued") {
      const at = settings.clock.now();
      const decided = run.decisions.map((decision) => decisionEvent(decision, at));
      const ended = ending ? [executionCompleted(ending, run.nextId, at)] : [];
      const made = [...decided, ...ended];
      // A new generation without a decision is closed already.
      const closing = startsAfresh && made.length === 0 ? [] : [orchestratorCompleted(at)];
      const appended = [...arrived, ...made, ...closing];
      record = concluded(record, ending, at);
      return { record, appended, startsAfresh, hazards, ...(ending && { ending }) };
    }
    carriedStatus = record.customStatus;
    record = nextGeneration(record, ending.input);
    startsAfresh = true;
    past = [];
    arrived = [
      orchestratorStarted(startedAt),
      executionStarted(record, startedAt, null),
      ...ending.carriedOver,
      // The official dispatcher closes the batch once more before the new generation decides.
      { ...orchestratorCompleted(settings.clock.now()), IsPlayed: true },
    ];
  }
}

/** Never before a timer's due time: the SDK would go on waiting. */
function episodeTime(settings: EngineSettings, input: EpisodeInput): Date {
  const times = [settings.clock.now().getTime()];
  for (const event of input.events) if (event.FireAt) times.push(Date.parse(event.FireAt));
  const previous = input.history.findLast(
    (event) => event.EventType === EventType.OrchestratorStarted,
  );
  if (previous) times.push(Date.parse(previous.Timestamp));
  return new Date(Math.max(...times));
}

function opening(input: EpisodeInput): HistoryEvent[] {
  if (input.history.length > 0) return [];
  return [executionStarted(input.record, new Date(input.record.createdTime), 0)];
}

/** Reasons of suspend and resume show as the output until the instance ends. */
function withArrivals(record: InstanceRecord, events: readonly HistoryEvent[]): InstanceRecord {
  const { rewound, ...next } = record;
  if (next.status === "Pending") next.status = "Running";
  if (rewound) next.output = null;
  for (const event of events) {
    if (event.EventType === EventType.ExecutionSuspended) next.status = "Suspended";
    else if (event.EventType === EventType.ExecutionResumed) next.status = "Running";
    else continue;
    next.output = event.Reason ?? null;
  }
  return next;
}

function nextGeneration(record: InstanceRecord, input: string | null): InstanceRecord {
  return {
    ...record,
    executionId: newId(),
    startInput: input,
    // A generation started with null leaves the input of the one before in the status.
    input: input ?? record.input,
  };
}

function concluded(
  record: InstanceRecord,
  ending: EpisodeOutcome["ending"],
  at: Date,
): InstanceRecord {
  const next = { ...record, lastUpdatedTime: at.toISOString() };
  if (ending?.kind === "completed") return { ...next, status: "Completed", output: ending.output };
  if (ending?.kind === "terminated") {
    return { ...next, status: "Terminated", output: ending.reason, failureDetails: null };
  }
  if (ending?.kind !== "failed") return next;
  const { reason, details } = ending.failure;
  return { ...next, status: "Failed", output: reason, failureDetails: details };
}

function terminatedChild(event: HistoryEvent): Hazard[] {
  const failed = event.EventType === EventType.SubOrchestrationInstanceFailed;
  if (!failed || typeof event.Details === "string") return [];
  return [hazard("terminated-child", String(event.TaskScheduledId))];
}
