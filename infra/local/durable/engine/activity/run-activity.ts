import type { HistoryEvent } from "../../history/history-event.ts";
import { taskCompleted, taskFailed } from "../../history/inbound-events.ts";
import { httpActivityName } from "../../replay/walking/http-call.ts";
import type { EngineSettings } from "../engine-settings.ts";
import { activityFailure } from "./failures.ts";
import { sendHttpRequest } from "./http-activity.ts";
import { activityInput, jsonOf } from "./typed-value.ts";

/** Runs one scheduled activity; its outcome is an event, also when it fails. */
export async function runActivity(
  settings: EngineSettings,
  instanceId: string,
  scheduled: HistoryEvent,
): Promise<HistoryEvent> {
  const { clock } = settings;
  const id = scheduled.EventId;
  const name = scheduled.Name ?? "";
  if (name === httpActivityName) {
    const answer = await sendHttpRequest(scheduled.Input ?? "{}");
    return "failure" in answer
      ? taskFailed(id, answer.failure, clock.now())
      : taskCompleted(id, answer.result, clock.now());
  }
  try {
    const result = await invokeActivity(settings, instanceId, scheduled);
    const bytes = Buffer.byteLength(result ?? "");
    if (bytes > settings.maxPayloadBytes) {
      throw new Error(
        `The result has ${bytes} bytes; ${settings.maxPayloadBytes} are allowed. Return a reference.`,
      );
    }
    return taskCompleted(id, result, clock.now());
  } catch (thrown) {
    return taskFailed(id, activityFailure(name, thrown), clock.now());
  }
}

async function invokeActivity(
  settings: EngineSettings,
  instanceId: string,
  scheduled: HistoryEvent,
): Promise<string | null> {
  const target = settings.app.functions.get((scheduled.Name ?? "").toLowerCase());
  if (!target)
    throw new Error(`The activity '${scheduled.Name ?? ""}' is not registered any more.`);
  const { returnValue } = await settings.app.invoke(target.name, {
    inputData: [{ name: target.trigger.name, data: activityInput(scheduled.Input ?? null) }],
    triggerMetadata: { instanceId: { string: instanceId } },
  });
  return jsonOf(returnValue);
}
