import { eventRaised } from "../history/inbound-events.ts";
import { isTerminal } from "../store/instance-record.ts";
import { type DurableResponse, empty, json } from "./durable-request.ts";
import { readJson, tooLarge } from "./json-body.ts";
import { type ManagementContext, settle, warn } from "./management-context.ts";

/** POST instances/{id}/raiseEvent/{name} */
export async function raiseEventOperation(
  context: ManagementContext,
  instanceId: string,
  name: string,
): Promise<DurableResponse> {
  const { engine } = context;
  const record = await engine.record(instanceId);
  if (!record) return empty(404);
  if (isTerminal(record.status)) return empty(410);
  const read = readEvent(context, name);
  if ("refusal" in read) return read.refusal;
  const event = eventRaised(name, read.text, engine.settings.clock.now());
  const answer = await engine.deliver(instanceId, event);
  if (answer === "unknown") return empty(404);
  if (answer !== "accepted") return empty(410);
  await settle(context, instanceId);
  return empty(202);
}

function readEvent(
  context: ManagementContext,
  name: string,
): { text: string } | { refusal: DurableResponse } {
  const { headers, body } = context.request;
  const mediaType = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    warn(context, `Event '${name}' was raised without JSON content: Azure answers 400. Pass data.`);
    const Message = "Only application/json request content is supported";
    return { refusal: json(400, { Message }) };
  }
  const read = readJson(body);
  if ("refusal" in read) {
    warn(context, `Event '${name}' was raised without valid JSON: Azure answers 400. Pass data.`);
    return read;
  }
  const refusal = tooLarge(read.text, context.engine.settings.maxPayloadBytes);
  return refusal ? { refusal } : read;
}
