import type { StepState } from "../../../shared/publishing/progress/progress.ts";

/** Characters of one step's row: 60 KiB as a table stores them. */
const most = 30_000;

/** The step with fewer findings and messages where all would not fit; the report has every finding. */
export function fittingStep(step: StepState): StepState {
  let fitting = step;
  while (JSON.stringify(fitting).length > most) {
    const { findings, messages } = fitting;
    if (findings.length > 0) fitting = { ...fitting, findings: findings.slice(0, -1) };
    else if (messages.length > 1) fitting = { ...fitting, messages: messages.slice(1) };
    else
      return { ...fitting, messages: messages.map((m) => ({ ...m, text: m.text.slice(0, 1000) })) };
  }
  return fitting;
}
