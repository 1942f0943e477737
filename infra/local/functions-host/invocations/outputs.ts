import { encodeQueueText } from "../queues/queue-text.ts";
import type { HostJson } from "../settings/host-json.ts";
import type { Settings } from "../settings/settings.ts";
import { isMissing, queueService } from "../storage-clients.ts";
import type { InvocationAnswer, TypedData } from "../worker/invocation.ts";
import type { Binding, RegisteredFunction } from "../worker/registered-function.ts";
import { hostText, hostValue, typedData } from "../worker/typed-data.ts";
import { writeBlob } from "./blob-content.ts";
import { type BindingData, fillTokens } from "./binding-data.ts";

export interface OutputTargets {
  settings: Settings;
  hostJson: HostJson;
  now: () => Date;
}

/** Writes what a function returned to the queues and blobs it named. */
export async function writeOutputs(
  fn: RegisteredFunction,
  answer: InvocationAnswer,
  data: BindingData,
  targets: OutputTargets,
): Promise<void> {
  for (const [name, value] of outputValues(fn, answer)) {
    const binding = fn.bindings[name];
    if (!binding || !value) continue;
    if (binding.type.toLowerCase() === "queue") await sendMessages(binding, value, data, targets);
    if (binding.type.toLowerCase() === "blob") await storeBlob(binding, value, data, targets);
  }
}

/** The value of each output binding, wherever the function put it. */
export function outputValues(
  fn: RegisteredFunction,
  answer: InvocationAnswer,
): Map<string, TypedData | null> {
  const values = new Map<string, TypedData | null>();
  if (fn.bindings["$return"]) {
    values.set("$return", answer.returnValue ?? null);
  } else {
    // Without a $return binding the members of a returned object are outputs by their names.
    const returned = answer.returnValue?.json ? hostValue(answer.returnValue) : undefined;
    const members = new Map(Object.entries(returned ?? {}));
    for (const [name, { direction }] of Object.entries(fn.bindings)) {
      if (direction === "out" && members.has(name)) values.set(name, typedData(members.get(name)));
    }
  }
  for (const { name, data } of answer.outputData) values.set(name, data);
  return values;
}

/** The texts of the messages that a value means: each element of an array is one. */
export function messageTexts(value: TypedData): string[] {
  const parsed = value.json === undefined ? undefined : hostValue(value);
  if (!Array.isArray(parsed)) return [hostText(value) ?? ""];
  return parsed.map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
}

async function sendMessages(
  binding: Binding,
  value: TypedData,
  data: BindingData,
  { settings, hostJson, now }: OutputTargets,
): Promise<void> {
  const name = fillTokens(settings.resolve(String(binding["queueName"])), data, now());
  const service = queueService(settings, binding["connection"] as string | undefined);
  const queue = service.getQueueClient(name.toLowerCase());
  for (const text of messageTexts(value)) {
    const encoded = encodeQueueText(text, hostJson.extensions.queues.messageEncoding);
    try {
      await queue.sendMessage(encoded);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await queue.createIfNotExists();
      await queue.sendMessage(encoded);
    }
  }
}

async function storeBlob(
  binding: Binding,
  value: TypedData,
  data: BindingData,
  { settings, now }: OutputTargets,
): Promise<void> {
  const path = fillTokens(settings.resolve(String(binding["path"])), data, now());
  const connection = binding["connection"] as string | undefined;
  const content = value.bytes ?? Buffer.from(hostText(value) ?? "");
  await writeBlob({ settings, connection, path }, content);
}
