import type { HistoryEvent } from "../../history/history-event.ts";
import { sdkPayload } from "../../history/sdk-payload.ts";
import type { Decision } from "../../replay/decision.ts";
import { type Hazard, hazard } from "../../replay/hazards.ts";
import type { OrchestratorAnswer } from "../../replay/orchestrator-answer.ts";
import { type Ending, replay } from "../../replay/replay.ts";
import type { InstanceRecord } from "../../store/instance-record.ts";
import type { EngineSettings } from "../engine-settings.ts";
import { orchestratorFailure } from "../activity/failures.ts";
import { failsAtOnce, runOrchestrator } from "./run-orchestrator.ts";
import { versionMismatch } from "./versions.ts";

export interface GenerationInput {
  record: InstanceRecord;
  past: readonly HistoryEvent[];
  arrived: readonly HistoryEvent[];
  hazards: readonly Hazard[];
}

export interface GenerationOutcome {
  decisions: Decision[];
  nextId: number;
  ending?: Ending;
  hazards: Hazard[];
  customStatus: string | null;
}

/** Runs the orchestrator function and replays its answer over the history. */
export async function runGeneration(
  settings: EngineSettings,
  input: GenerationInput,
): Promise<GenerationOutcome> {
  const { record, past, arrived } = input;
  const { answer, isImpure } = await ask(settings, input);
  const outcome = replay(answer, [...past, ...arrived], {
    instanceId: record.instanceId,
    executionId: record.executionId,
    parentInstanceId: record.parent?.instanceId ?? null,
    shortTimerMs: settings.shortTimerMs,
    longTimerChunkMs: settings.longTimerChunkMs,
    isActivity: (name) => isRegistered(settings, name, "activitytrigger"),
    isOrchestration: (name) => isRegistered(settings, name, "orchestrationtrigger"),
  });
  const hazards = [
    ...input.hazards,
    ...(isImpure ? [hazard("impure-orchestrator")] : []),
    ...(answer.isTextLost ? [hazard("text-lost")] : []),
    ...outcome.hazards,
  ];
  return limited(settings, record, { ...outcome, hazards, customStatus: answer.customStatus });
}

async function ask(
  settings: EngineSettings,
  { record, past, arrived }: GenerationInput,
): Promise<{ answer: OrchestratorAnswer; isImpure: boolean }> {
  const mismatch = versionMismatch(settings, record.version);
  if (mismatch !== undefined)
    return { answer: failsAtOnce(record.name, mismatch), isImpure: false };
  const target = settings.app.functions.get(record.name.toLowerCase());
  if (target?.trigger.type.toLowerCase() !== "orchestrationtrigger") {
    return {
      answer: failsAtOnce(record.name, unknownText(settings, record.name)),
      isImpure: false,
    };
  }
  const payload = sdkPayload({
    instanceId: record.instanceId,
    parentInstanceId: record.parent?.instanceId ?? null,
    input: record.startInput,
    past,
    arrived,
    shortTimerMs: settings.shortTimerMs,
    longTimerChunkMs: settings.longTimerChunkMs,
  });
  const answer = await runOrchestrator(settings.app, target, record.name, payload);
  if (!settings.doubleReplay) return { answer, isImpure: false };
  const second = await runOrchestrator(settings.app, target, record.name, payload);
  return { answer, isImpure: JSON.stringify(answer.actions) !== JSON.stringify(second.actions) };
}

function isRegistered(settings: EngineSettings, name: string, triggerType: string): boolean {
  const registered = settings.app.functions.get(name.toLowerCase());
  return registered?.trigger.type.toLowerCase() === triggerType;
}

function unknownText(settings: EngineSettings, name: string): string {
  const known = [...settings.app.functions.values()]
    .filter((registered) => registered.trigger.type.toLowerCase() === "orchestrationtrigger")
    .map((registered) => `'${registered.name}'`);
  const list = `The following are the known orchestrator functions: ${known.join(", ")}.`;
  return `The function '${name}' doesn't exist, is disabled, or is not an orchestrator function. Additional info: ${list}`;
}

/** Fails the instance for a payload over the cap, and in strict mode for any hazard. */
function limited(
  settings: EngineSettings,
  record: InstanceRecord,
  outcome: GenerationOutcome,
): GenerationOutcome {
  const bytes = largestPayload(outcome);
  const tooLarge = bytes > settings.maxPayloadBytes;
  const hazards = tooLarge
    ? [...outcome.hazards, hazard("payload-size", `${bytes} bytes`)]
    : outcome.hazards;
  const fatal = settings.strict ? hazards[0] : tooLarge ? hazards.at(-1) : undefined;
  if (!fatal) return outcome;
  const failure = orchestratorFailure(record.name, fatal.message);
  return { ...outcome, hazards, decisions: [], ending: { kind: "failed", failure } };
}

function largestPayload({ decisions, ending }: GenerationOutcome): number {
  const texts = decisions.map((decision) => (decision.kind === "timer" ? null : decision.input));
  if (ending?.kind === "completed") texts.push(ending.output);
  if (ending?.kind === "continued") texts.push(ending.input);
  return Math.max(0, ...texts.map((text) => Buffer.byteLength(text ?? "")));
}
