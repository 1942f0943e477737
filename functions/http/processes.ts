import { estimateText } from "../../shared/publishing/notices/estimate-text.ts";
import type { Process } from "../../shared/publishing/processes/process.ts";
import { processes } from "../../shared/publishing/processes/processes.ts";
import { ok } from "./answers.ts";
import { endpoint } from "./endpoint.ts";
import { missingNotices } from "./missing.ts";

const processView = ({ id, rows }: Process) => ({
  id,
  rows: rows.map((row) => ({ ...row, estimatedTimeFrame: estimateText(row.estimate) })),
});

/** Every revision of the publishing process, and which one offers follow unless they choose. */
export const listProcesses = endpoint(
  "own",
  ({ settings }) =>
    () =>
      Promise.resolve(
        ok({ default: settings.defaultProcess, processes: processes.map(processView) }),
      ),
);

/** The table of one revision. */
export const readProcess = endpoint("own", () => (request) => {
  const id = request.params["processId"] ?? "";
  const process = processes.find((candidate) => candidate.id === id);
  if (process) return Promise.resolve(ok(processView(process)));
  const known = processes.map((candidate) => candidate.id);
  return Promise.resolve(missingNotices.process(id.replace(/[^\w-]/g, "?").slice(0, 60), known));
});
