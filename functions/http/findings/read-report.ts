import { z } from "zod";
import { Finding } from "../../../shared/findings/finding.ts";
import { access } from "../../../shared/identity/access.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { JsonObject } from "../../../shared/ports/values.ts";
import { printable } from "../request/malformed.ts";
import { ok } from "../answers.ts";
import { numberedEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { sarifAnswer, wantsSarif } from "./sarif-answer.ts";
import { progressOf } from "../publishing/submission-progress.ts";

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
      if (!report) return missingNotices.report(printable(asked));
      if (!wantsSarif(request)) return ok(report);
      const previous = await findingsBefore(ports, key, number - 1, asked);
      return sarifAnswer(findingsIn(report), key, { previous });
    },
);

const Report = z.object({ findings: z.array(Finding) });
const findingsIn = (report: JsonObject | undefined) =>
  Report.safeParse(report).data?.findings ?? [];

/** What the same step of the submission before had found; the first has none before it. */
async function findingsBefore(
  { packages }: Ports,
  { publisherId, offerId }: OfferKey,
  number: number,
  step: string,
): Promise<readonly Finding[]> {
  const name = `${publisherId}/${offerId}/${String(number)}/${step}.json`;
  return number > 0 ? findingsIn(await packages.readReport(name)) : [];
}
