import { app, input, output } from "@azure/functions";
import * as df from "durable-functions";

/** Functions of each kind, sound ones and others; some note in `ran` that they did. */
export function registerFunctions(ran: string[]): void {
  registerHttpFunctions();
  registerTriggers(ran);
  registerWhatFails();
  registerDurableFunctions();
}

function registerHttpFunctions(): void {
  const queue = output.storageQueue({ queueName: "out-{id}", connection: "" });
  const blob = output.storageBlob({ path: "letters/{id}.txt", connection: "" });
  const letter = input.storageBlob({ path: "letters/{id}.txt", connection: "" });
  app.post("write", {
    route: "letters/{id}",
    extraOutputs: [queue, blob],
    handler: async (request, context) => {
      context.extraOutputs.set(blob, await request.text());
      context.extraOutputs.set(queue, ["one", { two: 2 }]);
      return { status: 201 };
    },
  });
  app.get("read", {
    route: "letters/{id}",
    extraInputs: [letter],
    handler: (_request, context) => {
      const found = context.extraInputs.get(letter) as Buffer | undefined;
      return found ? { body: found.toString() } : { status: 404 };
    },
  });
  app.get("now", () => {
    const mark = (globalThis as any)[Symbol.for("functions-host.clock")] as () => Date;
    return { jsonBody: { now: mark(), hostname: process.env["WEBSITE_HOSTNAME"] } };
  });
  app.get("asleep", () => ({}));
  app.get("first", { route: "twin/{id}", handler: () => ({ body: "first" }) });
  app.get("second", { route: "twin/fixed", handler: () => ({ body: "second" }) });
}

function registerTriggers(ran: string[]): void {
  app.storageQueue("worker", {
    queueName: "work",
    connection: "",
    handler: (message) => void ran.push(`worker ${JSON.stringify(message)}`),
  });
  app.timer("daily", {
    schedule: "0 0 3 * * *",
    handler: () => void ran.push("daily"),
  });
}

function registerWhatFails(): void {
  app.storageQueue("clumsy", {
    queueName: "clumsy",
    connection: "",
    handler: () => {
      throw new Error("dropped it");
    },
  });
  app.storageQueue("homeless", {
    queueName: "%NO_SUCH_SETTING%",
    connection: "",
    handler: () => undefined,
  });
  app.generic("odd", {
    trigger: { type: "timerTrigger", name: "t", schedule: "0 0 0 1 1 *" },
    extraInputs: [{ type: "table", name: "rows" }],
    handler: () => undefined,
  });
  app.eventHub("hub", { eventHubName: "x", connection: "y", handler: () => undefined });
}

function registerDurableFunctions(): void {
  df.app.activity("shout", { handler: (text: string) => text.toUpperCase() });
  df.app.orchestration("greet", function* (context) {
    return yield context.df.callActivity("shout", context.df.getInput());
  });
  app.post("start", {
    extraInputs: [df.input.durableClient()],
    handler: async (request, context) => {
      const client = df.getClient(context);
      const id = await client.startNew("greet", { input: await request.text() });
      await client.waitForCompletionOrCreateCheckStatusResponse(request, id, {
        timeoutInMilliseconds: 20_000,
        retryIntervalInMilliseconds: 20,
      });
      const status = await client.getStatus(id);
      return {
        jsonBody: {
          output: status.output as unknown,
          urls: client.createHttpManagementPayload(id),
        },
      };
    },
  });
}
