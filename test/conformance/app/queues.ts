import { app, output, type InvocationContext } from "@azure/functions";
import { shape } from "./activities.ts";

const seen = output.storageQueue({
  queueName: "conformance-seen",
  connection: "AzureWebJobsStorage",
});

/** Tells in the queue `conformance-seen` what arrived. */
app.storageQueue("queueSeen", {
  queueName: "conformance-in",
  connection: "AzureWebJobsStorage",
  return: seen,
  handler: (message: unknown, context: InvocationContext) => ({
    message: shape(message),
    metadata: context.triggerMetadata,
  }),
});

app.storageQueue("queueFails", {
  queueName: "conformance-fails",
  connection: "AzureWebJobsStorage",
  handler: () => {
    throw new Error("no luck");
  },
});

/** Fails until its last attempt but one, then tells which attempt it was. */
app.storageQueue("queueRecovers", {
  queueName: "conformance-recovers",
  connection: "AzureWebJobsStorage",
  return: seen,
  handler: (message: unknown, context: InvocationContext) => {
    const attempt = Number(context.triggerMetadata?.["dequeueCount"]);
    if (attempt < 4) throw new Error(`not yet: ${attempt}`);
    return { message: shape(message), attempt };
  },
});

/** One message per element. */
app.storageQueue("queueSpreads", {
  queueName: "conformance-spreads",
  connection: "AzureWebJobsStorage",
  return: seen,
  handler: (messages: unknown) => messages,
});
