import type { Operation, OperationState, OperationType, Progress } from "./progress.ts";

/** The newest submission's operation of that type. */
export const operationOf = (progress: Progress, type: OperationType): Operation | undefined =>
  progress.operations.find(
    (operation) => operation.type === type && operation.submission === progress.offer.submission,
  );

/** The operations with every running one of the newest submission ended. */
export const endOperations = (
  progress: Progress,
  state: Exclude<OperationState, "running">,
  at: string,
): readonly Operation[] =>
  progress.operations.map((operation) =>
    operation.state === "running" && operation.submission === progress.offer.submission
      ? { ...operation, state, changedAt: at }
      : operation,
  );
