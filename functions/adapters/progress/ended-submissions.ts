import { isUnderWay } from "../../../shared/publishing/progress/change-step.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";
import type { ProcessId } from "../../../shared/publishing/processes/process.ts";
import type { StepTimes } from "../../../shared/publishing/estimates/time-taken.ts";
import { encodeKey } from "../storage/key.ts";
import type { Table } from "../storage/table.ts";

const latest = 9_999_999_999_999;
const mostSubmissions = 100;

/** How long the steps of submissions took, kept when they end; a table of its own, newest first. */
export class EndedSubmissions {
  readonly #table: Table;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Keeps the times of a submission that this change has ended. */
  async note(before: Progress | undefined, after: Progress): Promise<void> {
    if (!before || !isUnderWay(before) || isUnderWay(after)) return;
    const { publisherId, offerId, submission, process, changedAt } = after.offer;
    const time = String(latest - Date.parse(changedAt)).padStart(13, "0");
    const value = after.steps
      .filter(({ status }) => status === "complete")
      .map(({ step, startedAt, endedAt, waits }) => ({ step, startedAt, endedAt, waits }));
    await this.#table.put({
      partition: process,
      row: encodeKey(`${time}.${publisherId}.${offerId}.${String(submission)}`),
      value,
    });
  }

  /** The steps of the last submissions of a process. */
  async recent(process: ProcessId): Promise<readonly StepTimes[]> {
    const filter = `PartitionKey eq '${process}'`;
    const rows = await this.#table.query<StepTimes[]>(filter, mostSubmissions);
    return rows.flatMap(({ value }) => value);
  }
}
