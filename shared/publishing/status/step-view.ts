import { estimateText } from "../notices/estimate-text.ts";
import { rowOf } from "../processes/processes.ts";
import type { Progress, StepState } from "../progress/progress.ts";
import { findingView, messageView } from "./message-view.ts";
import type { MessageView } from "./message-view.ts";

const moreFindings = (state: StepState, at: string): readonly MessageView[] => {
  const hidden = state.findingCount - state.findings.length;
  if (hidden <= 0) return [];
  const messageHtml = `${String(hidden)} more ${hidden === 1 ? "finding is" : "findings are"} in the report.`;
  return [{ messageHtml, level: "information", timestamp: at }];
};

/** One step as the CPP dialect shows it, and our own fields after it. */
export function stepView(progress: Progress, state: StepState) {
  const row = rowOf(progress.offer.process, state.step);
  const at = state.endedAt ?? state.startedAt ?? progress.offer.changedAt;
  return {
    estimatedTimeFrame: estimateText(row.estimate),
    id: row.wireId,
    stepName: row.title,
    description: row.description,
    status: state.status,
    messages: [
      ...state.messages.map(messageView),
      ...state.findings.map((finding) => findingView(finding, at)),
      ...moreFindings(state, at),
    ],
    progressPercentage: state.progress,
    step: state.step,
    estimate: row.estimate,
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    dueAt: state.dueAt,
    waits: state.waits,
    findings: state.findings,
    findingCount: state.findingCount,
    report:
      state.report === undefined
        ? undefined
        : `/api/publishers/${progress.offer.publisherId}/offers/${progress.offer.offerId}/submissions/${String(progress.offer.submission)}/report/${state.step}`,
  };
}
