import type { HttpResponseInit } from "@azure/functions";
import { operationOf } from "../../../shared/publishing/progress/operations.ts";
import type { OperationType, Progress } from "../../../shared/publishing/progress/progress.ts";
import {
  operationView,
  type SuccessWord,
} from "../../../shared/publishing/status/operation-view.ts";
import type { ShellSettings } from "../../shell.ts";
import { accepted, callablePath } from "../answers.ts";

/** 202 with the operation that an order started or found running. */
export function operationAnswer(
  progress: Progress,
  type: OperationType,
  settings: ShellSettings,
): HttpResponseInit {
  const operation = operationOf(progress, type);
  if (!operation) throw new Error(`The submission has no ${type} operation.`);
  const word = successWordFor(progress.offer.publisherId, settings);
  const location = callablePath(progress.offer, `/operations/${operation.id}`);
  return accepted(location, operationView(progress, operation, word));
}

/** Two widely used clients wait for different words; the operator says which a publisher's is. */
export const successWordFor = (publisherId: string, settings: ShellSettings): SuccessWord =>
  settings.completeStatusPublishers.includes(publisherId) ? "complete" : "succeeded";
