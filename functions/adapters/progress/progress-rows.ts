import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import { stepIds, type ProcessId } from "../../../shared/publishing/processes/process.ts";
import type {
  Operation,
  OfferState,
  Progress,
  StepState,
} from "../../../shared/publishing/progress/progress.ts";
import { encodeKey } from "../storage/key.ts";
import type { Row } from "../storage/table.ts";
import { fittingStep } from "./fitting-step.ts";

/** An operation with what its submission was: both outlive the offer's own row. */
export interface OperationRow {
  readonly kind: "operation";
  readonly operation: Operation;
  readonly process: ProcessId;
  readonly hasTestDrive: boolean;
}
interface StepRow {
  readonly kind: "step";
  readonly submission: number;
  readonly step: StepState;
}
export interface OfferRow {
  readonly kind: "offer";
  readonly offer: OfferState;
}
export type ProgressRow = OfferRow | OperationRow | StepRow;

const operationTypes = 2;
/** No submission has more rows than these, with the offer's own. */
export const mostRows = 1 + operationTypes + stepIds.length;

export const offerRowKey = "a";

export const partitionOf = (key: OfferKey): string =>
  `${encodeKey(key.publisherId)}.${encodeKey(key.offerId)}`;

/** Counts down, so that the newest submission's rows follow the offer's row at once. */
export const submissionPrefix = (number: number): string =>
  `b.${String(9_999_999 - number).padStart(7, "0")}`;

/** All rows of one progress; the offer's own comes first. */
export function rowsOf(progress: Progress): readonly Row<ProgressRow>[] {
  const { offer } = progress;
  const partition = partitionOf(offer);
  const prefix = submissionPrefix(offer.submission);
  const { process, hasTestDrive } = offer;
  return [
    { partition, row: offerRowKey, value: { kind: "offer", offer }, marks: { kind: "offer" } },
    ...progress.operations.map((operation) => ({
      partition,
      row: `${submissionPrefix(operation.submission)}.operation.${operation.type}`,
      value: { kind: "operation", operation, process, hasTestDrive } as const,
      marks: { kind: "operation" },
    })),
    ...progress.steps.map((step, place) => ({
      partition,
      row: `${prefix}.step.${String(place).padStart(2, "0")}`,
      value: { kind: "step", submission: offer.submission, step: fittingStep(step) } as const,
      marks: { kind: "step" },
    })),
  ];
}

/** The operations (newest first, as the keys happen to sort) and steps (in order) of one submission. */
export function pick(
  rows: readonly ProgressRow[],
  submission: number,
): { operations: readonly OperationRow[]; steps: readonly StepState[] } {
  const operations = rows.filter(
    (row): row is OperationRow =>
      row.kind === "operation" && row.operation.submission === submission,
  );
  const steps = rows.flatMap((row) =>
    row.kind === "step" && row.submission === submission ? [row.step] : [],
  );
  return { operations, steps };
}
