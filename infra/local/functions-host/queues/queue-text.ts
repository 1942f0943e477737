/** How text is written into queue messages. */
export type MessageEncoding = "base64" | "none";

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The text of a message as it lies in the queue. */
export function encodeQueueText(text: string, encoding: MessageEncoding): string {
  return encoding === "base64" ? Buffer.from(text, "utf8").toString("base64") : text;
}

/** The text that was put in; undefined when it is not in the encoding. */
export function decodeQueueText(text: string, encoding: MessageEncoding): string | undefined {
  if (encoding === "none") return text;
  return base64.test(text) ? Buffer.from(text, "base64").toString("utf8") : undefined;
}
