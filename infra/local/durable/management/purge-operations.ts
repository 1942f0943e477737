import { isTerminal } from "../store/instance-record.ts";
import type { AskedStatus, InstanceFilter } from "../store/instance-store.ts";
import { type DurableResponse, empty, json } from "./durable-request.ts";
import { readFilter } from "./list-operation.ts";
import { type ManagementContext, warn } from "./management-context.ts";

/** DELETE instances/{id} */
export async function purgeOneOperation(
  { engine }: ManagementContext,
  instanceId: string,
): Promise<DurableResponse> {
  const answer = await engine.purge(instanceId, isTerminal);
  if (answer === "unknown") return empty(404);
  if (answer === "accepted") return json(200, { instancesDeleted: 1 });
  const only = "Only orchestrations in a terminal state can be purged,";
  const status = `has status ${answer.refused}`;
  return json(412, `${only} but the orchestration with instance ID ${instanceId} ${status}`);
}

/** DELETE instances?createdTimeFrom=… */
export async function purgeManyOperation(context: ManagementContext): Promise<DurableResponse> {
  const filter = readFilter(context.request.query);
  if (filter.createdFrom === undefined) {
    return json(400, "Please provide value for 'createdTimeFrom' parameter.");
  }
  // Statuses of running instances are dropped, and an empty filter means all of them.
  const statuses = filter.statuses.filter((status) => status === "Canceled" || isEnd(status));
  if (statuses.length === 0) {
    const refusal = refuseOpenPurge(context);
    if (refusal) return refusal;
  }
  const deleted = await purgeAll(context, { ...filter, statuses });
  return deleted === 0 ? empty(404) : json(200, { instancesDeleted: deleted });
}

function isEnd(status: AskedStatus): boolean {
  return status !== "ContinuedAsNew" && status !== "Canceled" && isTerminal(status);
}

function refuseOpenPurge(context: ManagementContext): DurableResponse | undefined {
  const message =
    "A purge by time names no terminal status: as on Azure it deletes running and suspended instances too. Pass runtimeStatus=Completed,Failed,Terminated.";
  warn(context, message);
  return context.engine.settings.strict ? json(400, { Message: message }) : undefined;
}

async function purgeAll({ engine }: ManagementContext, filter: InstanceFilter): Promise<number> {
  let deleted = 0;
  let continuation: string | undefined;
  do {
    const page = await engine.settings.store.list(filter, {
      top: 500,
      ...(continuation !== undefined && { continuation }),
    });
    for (const { instanceId } of page.records) {
      if ((await engine.purge(instanceId)) === "accepted") deleted += 1;
    }
    ({ continuation } = page);
  } while (continuation !== undefined);
  return deleted;
}
