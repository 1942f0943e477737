import { ok } from "../answers.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { numberedOf } from "../route-values.ts";
import { progressOf } from "./submission-progress.ts";

/** Everything a step of a submission found. */
export const readReport = endpoint("own", ({ ports }) => async (request) => {
  const named = numberedOf(request);
  if (isRefusal(named)) return named;
  const { key, number } = named;
  const current = (await ports.progress.read(key))?.value;
  if (!current) return missingNotices.offer(key);
  const progress = await progressOf(ports, current, number);
  if (!progress) return missingNotices.submission(number);
  const asked = request.params["step"] ?? "";
  const state = progress.steps.find(({ step }) => step === asked);
  const report = state?.report && (await ports.packages.readReport(state.report));
  return report ? ok(report) : missingNotices.report(asked.replace(/[^\w-]/g, "?").slice(0, 60));
});
