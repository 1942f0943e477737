import type { DequeuedMessageItem } from "@azure/storage-queue";

import { typedData } from "../worker/typed-data.ts";
import type { TypedData } from "../worker/invocation.ts";

/** What a function and its bindings learn about the message, beside its text. */
export function messageMetadata(
  message: DequeuedMessageItem,
  text: string,
): Record<string, TypedData> {
  return {
    ...propertiesOf(text),
    queueTrigger: { string: text },
    id: { string: message.messageId },
    popReceipt: { string: message.popReceipt },
    dequeueCount: { int: message.dequeueCount },
    expirationTime: typedData(message.expiresOn.toISOString()),
    insertionTime: typedData(message.insertedOn.toISOString()),
    nextVisibleTime: typedData(message.nextVisibleOn.toISOString()),
  };
}

/** The top-level properties of a JSON object, which binding expressions may name. */
function propertiesOf(text: string): Record<string, TypedData> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
    const entries = Object.entries(value).map(([name, item]) => [name, typedData(item)] as const);
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}
