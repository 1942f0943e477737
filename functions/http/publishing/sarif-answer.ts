import type { HttpRequest, HttpResponseInit } from "@azure/functions";
import { explainedRules } from "../../../shared/checks/explained-rules.ts";
import type { Finding } from "../../../shared/findings/finding.ts";
import { sarifOf } from "../../../shared/findings/sarif/sarif.ts";
import type { SarifOptions } from "../../../shared/findings/sarif/sarif-options.ts";
import { version } from "../../version.ts";
import { ok } from "../answers.ts";

/** Whether the caller asks for SARIF, in the query or by what it accepts. */
export const wantsSarif = (request: HttpRequest): boolean =>
  request.query.get("format")?.toLowerCase() === "sarif" ||
  (request.headers.get("accept") ?? "").includes("application/sarif+json");

/** Findings as a SARIF log. */
export const sarifAnswer = (
  findings: readonly Finding[],
  options: Omit<SarifOptions, "version" | "rules"> = {},
): HttpResponseInit =>
  ok(sarifOf(findings, { version, rules: explainedRules, ...options }), {
    "Content-Type": "application/sarif+json",
  });
