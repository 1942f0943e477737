import { app } from "@azure/functions";
import { app as durable, input } from "durable-functions";
import { activitiesOf } from "./activities/activities.ts";
import { contracts } from "./activities/contracts.ts";
import { routes } from "./http/routes.ts";
import type { Shell } from "./shell.ts";
import { takeBlobsByReference } from "./triggers/blob-reference.ts";
import { blobTriggers, queueTriggers, timerTriggers } from "./triggers/bindings.ts";
import { workflows } from "./workflows/workflows.ts";

/** The catalogue of everything Azure calls, as plain lists. */
export const functionsOf = (shell: Shell) => ({
  routes,
  blobTriggers,
  queueTriggers,
  timerTriggers,
  workflows,
  activities: activitiesOf(shell.ports),
});

/** The name of every function, without building any. */
export const functionNames: readonly string[] = [
  ...routes,
  ...blobTriggers,
  ...queueTriggers,
  ...timerTriggers,
  ...workflows,
  ...contracts,
].map(({ name }) => name);

/** Registers the whole catalogue with the Functions host. */
export function register(shell: Shell): void {
  const functions = functionsOf(shell);
  const client = [input.durableClient()];
  for (const { name, method, route, handler, ordersWork } of functions.routes) {
    app.http(name, {
      methods: [method],
      route,
      authLevel: "anonymous",
      handler: handler(shell),
      ...(ordersWork && { extraInputs: client }),
    });
  }
  takeBlobsByReference();
  for (const { name, path, connection, handler } of functions.blobTriggers) {
    const options = { path, connection, source: "EventGrid", sdkBinding: true } as const;
    app.storageBlob(name, { ...options, handler: handler(shell) });
  }
  for (const { name, queueName, connection, handler, ordersWork } of functions.queueTriggers) {
    const options = { queueName, connection, handler: handler(shell) };
    app.storageQueue(name, { ...options, ...(ordersWork && { extraInputs: client }) });
  }
  for (const { name, schedule, handler } of functions.timerTriggers) {
    app.timer(name, { schedule, handler: handler(shell), extraInputs: client });
  }
  for (const { name, handler } of functions.workflows) durable.orchestration(name, handler);
  for (const { contract, handler } of functions.activities) {
    durable.activity(contract.name, { handler });
  }
}
