import type { Finding } from "../../../shared/findings/finding.ts";
import type { BusinessCalendar } from "../../../shared/publishing/calendar/business-days.ts";
import { stepNotices } from "../../../shared/publishing/notices/step-notices.ts";
import { stepOf } from "../../../shared/publishing/progress/change-step.ts";
import type { Progress, StepMessage } from "../../../shared/publishing/progress/progress.ts";
import { noteMessage, passStep, rejectStep } from "../../../shared/publishing/progress/steps.ts";
import {
  resumeFromPublisher,
  waitForPublisher,
  waitForReviewer,
} from "../../../shared/publishing/progress/waiting.ts";
import type { IssueStanding, ReviewState } from "../../../shared/review/review-state.ts";

interface Round {
  readonly round: number;
  readonly at: string;
  readonly calendar: BusinessCalendar;
}
const step = "microsoft-review";

/** Shows where a review stands; the clock runs except while it is the publisher's turn. */
export function afterReview(progress: Progress, state: ReviewState, now: Round): Progress {
  const { at, calendar } = now;
  switch (state.verdict) {
    case "approved":
      return passStep(
        noteMessage(progress, step, stepNotices.reviewApproved(at)),
        step,
        { findings: [] },
        at,
      );
    case "rejected":
      return rejectStep(progress, step, { findings: [rejection(state)] }, at);
    case "with-publisher":
      return withPublisher(progress, state.issues, now);
    case "addressed": {
      const resumed = resumeFromPublisher(progress, step, calendar, at);
      return resumed === progress
        ? progress
        : noteMessage(resumed, step, stepNotices.reviewAddressed(at));
    }
    case "with-reviewer":
      return waitForReviewer(progress, step, calendar, at);
  }
}

function withPublisher(
  progress: Progress,
  issues: readonly IssueStanding[],
  { round, at }: Round,
): Progress {
  const open = issues.filter(({ state }) => state === "open");
  const notices = [
    ...open.map(({ issue }) =>
      stepNotices.reviewIssue(issue.title, at, issue.pullRequest ?? issue.workItem),
    ),
    stepNotices.reviewWithPublisher(open.length, at),
  ];
  const said = saidIn(progress, round);
  return notices
    .filter(
      (notice) => !said.some(({ text, link }) => text === notice.text && link === notice.link),
    )
    .reduce(
      (state, notice) => noteMessage(state, step, notice),
      waitForPublisher(progress, step, at),
    );
}

/** What was said since the round was opened: every look at the review must not say it again. */
function saidIn(progress: Progress, round: number): readonly StepMessage[] {
  const messages = stepOf(progress, step)?.messages ?? [];
  const opening = stepNotices.reviewOpened(round, "").text;
  return messages.slice(messages.findLastIndex(({ text }) => text === opening) + 1);
}

const rejection = ({ reason }: ReviewState): Finding => ({
  ruleId: "review-approves-the-offer",
  severity: "error",
  message: stepNotices.reviewRejected(reason ?? "no reason was given.", "").text,
  fix: "Talk to the reviewers, change the offer and publish it again.",
  whose: "policy",
});
