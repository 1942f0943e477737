import type { Answer } from "../engine/answer.ts";
import {
  executionResumed,
  executionSuspended,
  executionTerminated,
} from "../history/inbound-events.ts";
import { isTerminal, type RuntimeStatus } from "../store/instance-record.ts";
import { type DurableResponse, empty, json } from "./durable-request.ts";
import { type ManagementContext, settle, warn } from "./management-context.ts";

type Control = "terminate" | "suspend" | "resume" | "rewind";

const welcome: Record<"suspend" | "resume", (status: RuntimeStatus) => boolean> = {
  suspend: (status) => status !== "Suspended",
  resume: (status) => status === "Suspended",
};

/** POST instances/{id}/terminate, suspend, resume and rewind */
export async function controlOperation(
  context: ManagementContext,
  instanceId: string,
  control: Control,
): Promise<DurableResponse> {
  const reason = context.request.query.get("reason");
  if (control === "rewind") return await rewind(context, instanceId, reason);
  const answer = await deliver(context, instanceId, { control, reason });
  if (answer === "unknown") return empty(404);
  if (answer === "accepted") {
    await settle(context, instanceId);
    return empty(202);
  }
  if (isTerminal(answer.refused)) return empty(410);
  const state = `because instance is in the ${answer.refused} state.`;
  return json(500, {
    Message: "Something went wrong while processing your request",
    ExceptionMessage: `Cannot ${control} the orchestration instance ${instanceId} ${state}`,
    ExceptionType: "System.InvalidOperationException",
    StackTrace: "",
  });
}

async function deliver(
  context: ManagementContext,
  instanceId: string,
  { control, reason }: { control: Exclude<Control, "rewind">; reason: string | null },
): Promise<Answer> {
  const { engine } = context;
  const now = engine.settings.clock.now();
  if (control === "suspend") {
    return await engine.deliver(instanceId, executionSuspended(reason, now), welcome.suspend);
  }
  if (control === "resume") {
    return await engine.deliver(instanceId, executionResumed(reason, now), welcome.resume);
  }
  const record = await engine.record(instanceId);
  if (record?.parent && !isTerminal(record.status)) {
    warn(
      context,
      `Instance '${instanceId}' is a sub-orchestration and gets terminated: its parent will fail as Non-Deterministic, as on Azure. Raise an event that lets it end.`,
    );
  }
  return await engine.deliver(instanceId, executionTerminated(reason, now));
}

async function rewind(
  context: ManagementContext,
  instanceId: string,
  reason: string | null,
): Promise<DurableResponse> {
  const answer = await context.engine.rewind(instanceId, reason);
  if (answer === "unknown") {
    return json(404, `No orchestration with instance ID "$${instanceId}" found.`);
  }
  if (answer !== "accepted") {
    const only = 'but only orchestrations in the "Failed" state can be rewound.';
    return json(412, `This orchestration has status ${answer.refused}, ${only}`);
  }
  await settle(context, instanceId);
  return empty(202);
}
