import type { Finding } from "../finding.ts";

/** A rule as a report explains it. */
export interface ReportedRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly fix: string;
  readonly severity: "error" | "warning";
  /** Where the demand comes from, unless it is the public catalogue. */
  readonly source?: string;
}

/** What a log says beside the findings. */
export interface SarifOptions {
  readonly version: string;
  /** The path of what was certified; results that are in no file of it are placed there. */
  readonly subject: string;
  /** Of this service, for rules without a page of their own. */
  readonly informationUri?: string;
  /** Explanations of rules, those that found nothing included. */
  readonly rules?: readonly ReportedRule[];
  /** The files that were looked at. */
  readonly artifacts?: readonly { readonly path: string; readonly sha256: string }[];
  /** The day the verdict is as of. */
  readonly asOf?: string;
  /** What was found in the previous submission. */
  readonly previous?: readonly Finding[];
}
