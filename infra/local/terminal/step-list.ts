import type { OfferStatus, StatusFinding, StatusStep } from "../release/publisher-client.ts";
import type { Style } from "./style.ts";

const marks: Record<string, string> = {
  notStarted: "·",
  inProgress: "▸",
  waitingForPublisherReview: "?",
  waitingForApproval: "?",
  blocked: "!",
  rejected: "✗",
  canceled: "–",
  complete: "✓",
};

const colourOf = (step: StatusStep, style: Style): ((text: string) => string) => {
  if (step.status === "complete") return style.green;
  if (step.status === "rejected" || step.status === "blocked") return style.red;
  return step.status === "notStarted" ? style.dim : style.yellow;
};

/** One line of the step list. */
export const stepLine = (step: StatusStep, elapsed: string, style: Style): string => {
  const mark = marks[step.status] ?? step.status;
  const percent = `${String(step.progressPercentage).padStart(3)} %`;
  const estimate = step.estimatedTimeFrame ?? "";
  return colourOf(
    step,
    style,
  )(`  ${mark} ${step.stepName.padEnd(44)} ${percent}  ${elapsed.padStart(8)}  ${estimate}`);
};

const place = (finding: StatusFinding): string => {
  if (finding.file === undefined) return finding.field ?? "";
  const line = finding.line === undefined ? "" : `:${String(finding.line)}`;
  const column = finding.column === undefined ? "" : `:${String(finding.column)}`;
  return `${finding.file}${line}${column}`;
};

/** A finding: where, what, and the way out. */
export const findingLines = (finding: StatusFinding, style: Style): string[] => {
  const paint = finding.severity === "error" ? style.red : style.yellow;
  return [
    paint(`      ${finding.severity} ${finding.ruleId}  ${place(finding)}`),
    `        ${finding.message}`,
    ...finding.fix
      .split("\n")
      .map((line, i) => style.dim(`        ${i === 0 ? "fix: " : "     "}${line}`)),
  ];
};

/** Findings of all steps, in order. */
export const findingsOf = (status: OfferStatus): StatusFinding[] =>
  status.steps.flatMap((step) => step.findings ?? []);
