import type { StartOrder } from "../engine/instance/hot-instance.ts";
import { newId } from "../engine/instance/pending-record.ts";
import { type DurableResponse, exception, json } from "./durable-request.ts";
import { readJson, tooLarge } from "./json-body.ts";
import { type ManagementContext, settle } from "./management-context.ts";
import { answerStart } from "./answer-start.ts";

/** POST orchestrators/{name}[/{id}] */
export async function startOperation(
  context: ManagementContext,
  name: string,
  givenId: string | undefined,
): Promise<DurableResponse> {
  const { engine, request } = context;
  const { maxPayloadBytes, defaultVersion } = engine.settings;
  let input: string | null = null;
  // Blank is nothing here; for an event it is an error.
  if (Buffer.from(request.body).some((byte) => byte > 0x20)) {
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
  const { engine, request } = context;
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
  return await answerStart(context, order.instanceId);
}
