import { randomUUID } from "node:crypto";
import type { InstanceRecord } from "../../store/instance-record.ts";
import type { StartOrder } from "./hot-instance.ts";

/** The record of an instance that is accepted and has not run yet. */
export function pendingRecord(order: StartOrder, at: Date): InstanceRecord {
  const time = at.toISOString();
  return {
    instanceId: order.instanceId,
    executionId: newId(),
    name: order.name,
    version: order.version,
    status: "Pending",
    startInput: order.input,
    input: order.input,
    output: null,
    customStatus: null,
    createdTime: time,
    lastUpdatedTime: time,
    ...(order.parent && { parent: order.parent }),
  };
}

/** 32 hexadecimal digits, as Azure names instances and executions. */
export function newId(): string {
  return randomUUID().replaceAll("-", "");
}

/** Whether a parent's order has been carried out already. */
export function isSameChild(record: InstanceRecord | undefined, order: StartOrder): boolean {
  const { parent } = order;
  if (!parent || !record?.parent) return false;
  return record.parent.executionId === parent.executionId && record.parent.taskId === parent.taskId;
}
