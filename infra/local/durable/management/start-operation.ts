import type { StartOrder } from "../engine/hot-instance.ts";
import { newId } from "../engine/pending-record.ts";
import { type InstanceRecord, isTerminal } from "../store/instance-record.ts";
import { type DurableResponse, exception, json } from "./durable-request.ts";
import { readJson, tooLarge } from "./json-body.ts";
import { type ManagementContext, settle } from "./management-context.ts";
import { startedResponse } from "./answers/management-urls.ts";
import { parsedText, statusView } from "./answers/status-view.ts";

/** POST orchestrators/{name}[/{id}] */
export async function startOperation(
  context: ManagementContext,
  name: string,
  givenId: string | undefined,
): Promise<DurableResponse> {
  const { engine, request } = context;
  const { maxPayloadBytes, defaultVersion } = engine.settings;
  let input: string | null = null;
  if (request.body.length > 0) {
    const read = readJson(request.body);
    if ("refusal" in read) return read.refusal;
    input = read.text;
  }
  const refusal = tooLarge(input ?? "", maxPayloadBytes);
  if (refusal) return refusal;
  const order: StartOrder = {
    instanceId: givenId ?? newId(),
    name,
    input,
    version: request.query.get("version") ?? defaultVersion,
  };
  const answer = await engine.begin(order);
  if (typeof answer === "object") {
    const status = `An Orchestration instance with the status ${answer.refused} already exists.`;
    return json(409, { Message: status });
  }
  await settle(context, order.instanceId);
  return await answerStart(context, order.instanceId);
}

/** POST instances/{id}/restart */
export async function restartOperation(
  context: ManagementContext,
  instanceId: string,
): Promise<DurableResponse> {
  const { engine, request, hubName } = context;
  const record = await engine.record(instanceId);
  if (!record) {
    const text = "InstanceId does not match a valid orchestration instance.";
    return exception(400, text, "System.ArgumentException");
  }
  const keepsId = request.query.get("restartWithNewInstanceId")?.toLowerCase() === "false";
  const order: StartOrder = {
    instanceId: keepsId ? instanceId : newId(),
    name: record.name,
    input: record.input,
    version: record.version,
  };
  const answer = await engine.begin(order);
  if (typeof answer === "object") {
    const text = "A non-terminal instance with this instance ID already exists.";
    const type = "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException";
    return exception(409, text, type);
  }
  await settle(context, order.instanceId);
  return startedResponse(request, hubName, order.instanceId);
}

async function answerStart(
  context: ManagementContext,
  instanceId: string,
): Promise<DurableResponse> {
  const { request, hubName } = context;
  const timeout = Number(request.query.get("timeout") ?? Number.NaN);
  const interval = Number(request.query.get("pollingInterval") ?? Number.NaN);
  const started = startedResponse(request, hubName, instanceId);
  if (Number.isNaN(timeout) || Number.isNaN(interval)) return started;
  if (interval > timeout) {
    const text = `Total timeout ${timeout} should be bigger than retry timeout ${interval}`;
    return exception(400, text, "System.ArgumentException");
  }
  const record = await waitForEnd(context, instanceId, {
    timeoutMs: timeout * 1000,
    intervalMs: interval * 1000,
  });
  if (!record) return started;
  return record.status === "Completed"
    ? json(200, parsedText(record.output))
    : json(200, statusView(record, true));
}

async function waitForEnd(
  { engine }: ManagementContext,
  instanceId: string,
  { timeoutMs, intervalMs }: { timeoutMs: number; intervalMs: number },
): Promise<InstanceRecord | undefined> {
  const { clock } = engine.settings;
  const deadline = clock.now().getTime() + timeoutMs;
  for (;;) {
    const record = await engine.record(instanceId);
    if (record && isTerminal(record.status)) return record;
    const next = clock.now().getTime() + intervalMs;
    if (next > deadline) return undefined;
    await new Promise<void>((resolve) => {
      clock.at(new Date(next), resolve);
    });
  }
}
