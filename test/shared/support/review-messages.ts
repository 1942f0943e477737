import { reviewState } from "../../../shared/review/review-state.ts";
import type { ReviewMessage } from "../../../shared/review/review.ts";

export type Role = ReviewMessage["actor"]["role"];
let count = 0;
export const say = (
  type: ReviewMessage["type"],
  {
    round,
    role = "reviewer",
    issue,
    id,
  }: { round?: number; role?: Role; issue?: string; id?: string },
): ReviewMessage => ({
  version: "1",
  id: id ?? `m${String(count++)}`,
  reviewId: "contoso.sample.1",
  ...(round === undefined ? {} : { round }),
  type,
  actor: { id: role, name: role, role },
  at: "2026-03-02T09:00:00Z",
  ...(issue === undefined
    ? {}
    : { issue: { id: issue, title: `Issue ${issue}`, findings: [{ message: "see" }] } }),
  source: { kind: "portal" },
});
export const report = (issue: string, round = 1, role?: Role) =>
  say("report-issue", { issue, round, ...(role && { role }) });
export const resolve = (issue: string, round = 1, role: Role = "publisher") =>
  say("resolve-issue", { issue, round, role });
export const reopen = (issue: string, round = 1, role?: Role) =>
  say("reopen-issue", { issue, round, ...(role && { role }) });
export const approve = (round = 1, role: Role = "reviewer") => say("approve", { round, role });
export const verdict = (messages: ReviewMessage[], round = 1) =>
  reviewState({ messages }, round).verdict;
