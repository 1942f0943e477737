import type { HttpResponseInit } from "@azure/functions";
import { operationOf } from "../../../shared/publishing/progress/operations.ts";
import type { OperationType, Progress } from "../../../shared/publishing/progress/progress.ts";
import { operationView } from "../../../shared/publishing/status/operation-view.ts";
import type { Shell } from "../../shell.ts";
import { accepted, callablePath } from "../answers.ts";
import { compatibilityOf } from "./compatibility.ts";

/** 202 with the operation that an order started or found running. */
export async function operationAnswer(
  shell: Shell,
  progress: Progress,
  type: OperationType,
): Promise<HttpResponseInit> {
  const operation = operationOf(progress, type);
  if (!operation) throw new Error(`The submission has no ${type} operation.`);
  const { terminalStatus } = await compatibilityOf(shell, progress.offer.publisherId);
  const location = callablePath(progress.offer, `/operations/${operation.id}`);
  return accepted(location, operationView(progress, operation, terminalStatus));
}
