import type { Process, ProcessId, ProcessRow, StepId } from "./process.ts";
import { publish201801 } from "./publish-2018-01.ts";
import { publish201812 } from "./publish-2018-12.ts";

/** Every revision that can be run, oldest first. */
export const processes: readonly Process[] = [publish201801, publish201812];

const byId: Readonly<Record<ProcessId, Process>> = {
  "2018-01": publish201801,
  "2018-12": publish201812,
};

/** The revision of that id. */
export const processOf = (id: ProcessId): Process => byId[id];

/** The rows that apply to an offer, in order. */
export const rowsFor = (
  process: Process,
  offer: { readonly hasTestDrive: boolean },
): readonly ProcessRow[] =>
  process.rows.filter((row) => row.applies === "always" || offer.hasTestDrive);

/** A revision's row for a step; asking for a step it does not have is a bug. */
export function rowOf(id: ProcessId, step: StepId): ProcessRow {
  const row = processOf(id).rows.find((candidate) => candidate.step === step);
  if (row === undefined) throw new Error(`process ${id} has no step ${step}`);
  return row;
}
