import type { HttpRequest, HttpResponseInit } from "@azure/functions";
import { explainedRules } from "../../../shared/checks/explained-rules.ts";
import type { Finding } from "../../../shared/findings/finding.ts";
import { sarifOf } from "../../../shared/findings/sarif/sarif.ts";
import type { SarifOptions } from "../../../shared/findings/sarif/sarif-options.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import { version } from "../../version.ts";
import { ok } from "../answers.ts";

/** Whether the caller asks for SARIF, in the query or by what it accepts. */
export const wantsSarif = (request: HttpRequest): boolean =>
  request.query.get("format")?.toLowerCase() === "sarif" ||
  (request.headers.get("accept") ?? "").includes("application/sarif+json");

/** Findings about an offer as a SARIF log; what is in no file of a package is about the offer itself. */
export const sarifAnswer = (
  findings: readonly Finding[],
  { publisherId, offerId }: OfferKey,
  options: Pick<SarifOptions, "previous"> = {},
): HttpResponseInit => {
  const subject = `publishers/${publisherId}/offers/${offerId}`;
  return ok(sarifOf(findings, { version, subject, rules: explainedRules, ...options }), {
    "Content-Type": "application/sarif+json",
  });
};
