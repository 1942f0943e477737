import { type Action, ActionType, type RetryOptions } from "../action.ts";
import { Future } from "./future.ts";
import { hazard, type HazardCode } from "../hazards.ts";
import { callHttp } from "./http-call.ts";
import type { ReplayContext } from "../replay-context.ts";
import { retry } from "./retry.ts";
import { run, type Steps, wait, whenAll, whenAny } from "./steps.ts";
import { waitUntil } from "./timers.ts";

type Group = "any" | "all" | undefined;

/** Goes through the SDK's list: one action at a time, the next when it has settled. */
export function* walkActions(context: ReplayContext, actions: readonly Action[]): Steps<null> {
  for (const action of actions) {
    try {
      yield* wait(invoke(context, action, undefined));
    } catch (error) {
      if (error instanceof UnsupportedActionError) throw error;
      // A failed task is the orchestrator's business: the SDK has already dealt with it.
    }
  }
  return null;
}

type Starter = (context: ReplayContext, action: Action, group: Group) => Future<unknown>;

const callsActivity: Starter = (context, action, group) =>
  withRetry(context, action, group, () => callActivity(context, action));
const callsChild: Starter = (context, action, group) =>
  withRetry(context, action, group, () => callChild(context, action));

const starters: Record<number, Starter> = {
  [ActionType.CallActivity]: callsActivity,
  [ActionType.CallActivityWithRetry]: callsActivity,
  [ActionType.CallSubOrchestrator]: callsChild,
  [ActionType.CallSubOrchestratorWithRetry]: callsChild,
  [ActionType.ContinueAsNew]: continueAsNew,
  [ActionType.CreateTimer]: createTimer,
  [ActionType.WaitForExternalEvent]: (context, action) =>
    context.events.waitFor(action.externalEventName ?? ""),
  [ActionType.CallHttp]: (context, { httpRequest }) =>
    httpRequest
      ? run(callHttp(context, httpRequest))
      : Future.failed(new Error("A request is missing.")),
  [ActionType.WhenAny]: (context, action) =>
    whenAny((action.compoundActions ?? []).map((child) => invoke(context, child, "any"))),
  [ActionType.WhenAll]: (context, action) =>
    whenAll((action.compoundActions ?? []).map((child) => invoke(context, child, "all"))),
};

/** Starts one action; what cannot be started counts as failed, takes no id and leaves no trace. */
function invoke(context: ReplayContext, action: Action, group: Group): Future<unknown> {
  const start = starters[action.actionType];
  if (!start) throw new UnsupportedActionError(action.actionType);
  return start(context, action, group);
}

/** Entities are left out of this host; ending the instance is louder than a hang. */
export class UnsupportedActionError extends Error {
  constructor(actionType: number) {
    super(`This host runs no durable entities (action type ${actionType}).`);
  }
}

function withRetry(
  context: ReplayContext,
  action: Action,
  group: Group,
  call: () => Future<string | null>,
): Future<unknown> {
  const options: RetryOptions | undefined = action.retryOptions;
  if (!options) return call();
  if (group) context.hazards.push(hazard("retry-in-group"));
  if (options.retryTimeoutInMilliseconds !== undefined) {
    context.hazards.push(hazard("retry-timeout"));
  }
  return run(retry(context, options, call));
}

function callActivity(context: ReplayContext, action: Action): Future<string | null> {
  const name = action.functionName ?? "";
  if (!context.settings.isActivity(name)) return refuse(context, "unknown-activity", name);
  if (typeof action.input === "boolean") context.hazards.push(hazard("boolean-input", name));
  return context.order({ kind: "activity", name, input: jsonText(action.input) });
}

function callChild(context: ReplayContext, action: Action): Future<string | null> {
  const name = action.functionName ?? "";
  const { instanceId: ownId, parentInstanceId } = context.settings;
  if (!context.settings.isOrchestration(name)) {
    return refuse(context, "unknown-orchestration", name);
  }
  const instanceId = action.instanceId ?? "";
  if (instanceId !== "" && (instanceId === ownId || instanceId === parentInstanceId)) {
    return refuse(context, "own-child-id", instanceId);
  }
  const version = action.version ?? null;
  return context.order({ kind: "child", name, instanceId, input: jsonText(action.input), version });
}

function refuse(context: ReplayContext, code: HazardCode, name: string): Future<never> {
  const found = hazard(code, name);
  context.hazards.push(found);
  return Future.failed(new Error(found.message));
}

function continueAsNew(context: ReplayContext, action: Action): Future<unknown> {
  if (typeof action.input === "string") context.hazards.push(hazard("quoted-input"));
  context.continueAsNew = { input: jsonText(action.input), carriedOver: [] };
  return Future.done(null);
}

function createTimer(context: ReplayContext, action: Action, group: Group): Future<unknown> {
  const fireAt = new Date(action.fireAt ?? Number.NaN);
  const isLong = fireAt.getTime() - context.now.getTime() > context.settings.shortTimerMs;
  if (isLong && group === "any") context.hazards.push(hazard("long-timer-in-race"));
  return run(waitUntil(context, fireAt, action.isCanceled === true));
}

function jsonText(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
