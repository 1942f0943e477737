import type { DurableEngine } from "../engine/engine.ts";
import { controlOperation } from "./control-operations.ts";
import { type DurableRequest, type DurableResponse, empty, json } from "./durable-request.ts";
import { listOperation } from "./list-operation.ts";
import type { ManagementContext } from "./management-context.ts";
import { purgeManyOperation, purgeOneOperation } from "./purge-operations.ts";
import { raiseEventOperation } from "./raise-event-operation.ts";
import { restartOperation, startOperation } from "./start-operation.ts";
import { statusOperation } from "./status-operation.ts";

/** Answers requests of the official management API. */
export async function manage(
  engine: DurableEngine,
  hubName: string,
  request: DurableRequest,
): Promise<DurableResponse> {
  const segments = readPath(request.path);
  if (!segments) return empty(404);
  const context: ManagementContext = { engine, hubName, request };
  const [family, ...rest] = segments;
  switch (family?.toLowerCase()) {
    case "orchestrators":
      return await orchestrators(context, rest);
    case "instances":
      return await instances(context, rest);
    case "entities":
      return entities(context, rest);
    default:
      return empty(404);
  }
}

/** Splits before decoding: an encoded slash belongs to no route. A plus sign becomes a blank. */
function readPath(path: string): string[] | undefined {
  if (/%2f/i.test(path)) return undefined;
  try {
    return path
      .replace(/^\/+|\/+$/g, "")
      .split("/")
      .map((segment) => decodeURIComponent(segment.replaceAll("+", " ")));
  } catch {
    return undefined;
  }
}

async function orchestrators(
  context: ManagementContext,
  [name, instanceId, ...rest]: string[],
): Promise<DurableResponse> {
  const isStart = context.request.method === "POST" && name && rest.length === 0;
  return isStart ? await startOperation(context, name, instanceId) : empty(404);
}

async function instances(
  context: ManagementContext,
  [instanceId, operation, ...rest]: string[],
): Promise<DurableResponse> {
  if (operation === undefined) return await plainInstances(context, instanceId);
  if (context.request.method !== "POST" || !instanceId) return empty(404);
  const [eventName] = rest;
  if (operation.toLowerCase() === "raiseevent") {
    return eventName && rest.length === 1
      ? await raiseEventOperation(context, instanceId, eventName)
      : empty(404);
  }
  return rest.length > 0 ? empty(404) : await steer(context, instanceId, operation.toLowerCase());
}

async function steer(
  context: ManagementContext,
  instanceId: string,
  operation: string,
): Promise<DurableResponse> {
  switch (operation) {
    case "terminate":
    case "suspend":
    case "resume":
    case "rewind":
      return await controlOperation(context, instanceId, operation);
    case "restart":
      return await restartOperation(context, instanceId);
    default:
      return empty(404);
  }
}

async function plainInstances(
  context: ManagementContext,
  instanceId: string | undefined,
): Promise<DurableResponse> {
  const { method } = context.request;
  if (method === "GET") {
    return instanceId ? await statusOperation(context, instanceId) : await listOperation(context);
  }
  if (method !== "DELETE") return empty(404);
  return instanceId
    ? await purgeOneOperation(context, instanceId)
    : await purgeManyOperation(context);
}

/** There are no entities: none is listed, none is found, and none can be signalled. */
function entities({ request }: ManagementContext, rest: string[]): DurableResponse {
  if (request.method === "GET" && rest.length < 2) {
    return json(200, [], { "x-ms-continuation-token": "" });
  }
  if (request.method === "POST") {
    return json(501, { Message: "This host runs no durable entities." });
  }
  return empty(404);
}
