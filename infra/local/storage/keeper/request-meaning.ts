import type { BlobCreated, QueueMessagePut } from "../storage-events.ts";

/** One answered request at the door of a storage service. */
export interface AnsweredRequest {
  service: "blob" | "queue" | "table";
  method: string;
  /** Path and query, as sent. */
  url: string;
  status: number;
}

const asSent = "http://storage";

/** The blob that this request finished writing, if it did. */
export function blobCreatedBy(request: AnsweredRequest): BlobCreated | undefined {
  // A copy is answered with 202 although it is finished by then.
  const isWrite = request.method === "PUT" && (request.status === 201 || request.status === 202);
  if (request.service !== "blob" || !isWrite) return undefined;
  const { pathname, searchParams } = new URL(request.url, asSent);
  const isWhole = ["blocklist", null].includes(searchParams.get("comp"));
  const [, account, container, blob] = /^\/([^/]+)\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
  if (!isWhole || !account || !container || !blob) return undefined;
  return { account, container, blob: decodeURIComponent(blob) };
}

/** The queue that this request put a message on, if it did. */
export function messagePutBy(request: AnsweredRequest): QueueMessagePut | undefined {
  const isPut = request.service === "queue" && request.method === "POST" && request.status === 201;
  if (!isPut) return undefined;
  const [account, queue, messages] = new URL(request.url, asSent).pathname.slice(1).split("/");
  return account && queue && messages === "messages" ? { account, queue } : undefined;
}
