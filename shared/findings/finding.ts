import { z } from "zod";

/** One thing a check noticed, with enough of a place and a remedy to act on it. */
export const Finding = z.object({
  /** Stable name; rules of the public catalogue keep the catalogue's own name. */
  ruleId: z.string().min(1),
  /** The catalogue's finer error id, where it has one. */
  errorId: z.string().optional(),
  severity: z.enum(["error", "warning", "information"]),
  /** What the reference checker calls it; `severity` says whether it blocks here. */
  reference: z.enum(["error", "warning"]).optional(),
  message: z.string().min(1),
  /** How to fix it, in a sentence or a snippet. */
  fix: z.string(),
  /** Path inside the package, with forward slashes. */
  file: z.string().optional(),
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  /** Where a place that is known from end to end is over: one past its last character. */
  endLine: z.int().positive().optional(),
  endColumn: z.int().positive().optional(),
  jsonPath: z.string().optional(),
  /** Path in the offer document. */
  field: z.string().optional(),
  /** The tab of the offer editor that shows the field, and what it is called there. */
  tab: z.string().optional(),
  label: z.string().optional(),
  /** What was seen; never a secret value. */
  evidence: z.string().optional(),
  /** The same in every version of the package that has the same problem at the same place. */
  fingerprint: z.string().optional(),
  /** A reviewer let it pass: why, and to which day. */
  waived: z.object({ reason: z.string(), until: z.string() }).optional(),
  /** Who has to act: the publisher, publisher or reviewer, the operator, or the scanner. */
  whose: z.enum(["content", "policy", "infrastructure", "scanner"]),
  link: z.url().optional(),
});
export type Finding = z.infer<typeof Finding>;
