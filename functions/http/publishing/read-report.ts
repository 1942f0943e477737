import { access } from "../../../shared/identity/access.ts";
import { printable } from "../malformed.ts";
import { ok } from "../answers.ts";
import { numberedEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { progressOf } from "./submission-progress.ts";

const reading = { dialect: "own", access: access.readers } as const;

/** Everything a step of a submission found. */
export const readReport = numberedEndpoint(
  reading,
  ({ ports }) =>
    async ({ request, key, number }) => {
      const current = (await ports.progress.read(key))?.value;
      if (!current) return missingNotices.offer(key);
      const progress = await progressOf(ports, current, number);
      if (!progress) return missingNotices.submission(number);
      const asked = request.params["step"] ?? "";
      const state = progress.steps.find(({ step }) => step === asked);
      const report = state?.report && (await ports.packages.readReport(state.report));
      return report ? ok(report) : missingNotices.report(printable(asked));
    },
);
