import { access } from "../../../shared/identity/access.ts";
import type { Ports } from "../../../shared/ports.ts";
import { calendarOf } from "../../../shared/publishing/calendar/holiday-calendar.ts";
import { observedOf } from "../../../shared/publishing/estimates/observed.ts";
import { estimateText } from "../../../shared/publishing/notices/estimate-text.ts";
import type { Process } from "../../../shared/publishing/processes/process.ts";
import { processes } from "../../../shared/publishing/processes/processes.ts";
import { ok } from "../answers.ts";
import { endpoint } from "../endpoint.ts";
import { printable } from "../request/malformed.ts";
import { missingNotices } from "../missing.ts";

const reading = { dialect: "own", access: access.signedIn } as const;

/** The table, and beside what each row promises what it really took lately. */
async function processView({ progress, holidayCountry }: Ports, { id, rows }: Process) {
  const times = await progress.recentTimes(id);
  const calendar = calendarOf(holidayCountry);
  return {
    id,
    rows: rows.map((row) => ({
      ...row,
      estimatedTimeFrame: estimateText(row.estimate),
      observed: observedOf(row, times, calendar),
    })),
  };
}

/** Every revision of the publishing process, and which one offers follow unless they choose. */
export const listProcesses = endpoint(
  reading,
  ({ ports, settings }) =>
    async () =>
      ok({
        default: settings.defaultProcess,
        processes: await Promise.all(processes.map((process) => processView(ports, process))),
      }),
);

/** The table of one revision. */
export const readProcess = endpoint(reading, ({ ports }) => async ({ request }) => {
  const id = request.params["processId"] ?? "";
  const process = processes.find((candidate) => candidate.id === id);
  if (process) return ok(await processView(ports, process));
  const known = processes.map((candidate) => candidate.id);
  return missingNotices.process(printable(id), known);
});
