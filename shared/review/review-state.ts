import type { ReviewIssue, ReviewMessage, ReviewRecord } from "./review.ts";

type IssueState = "open" | "addressed" | "resolved";

/** An issue as its newest round left it. */
export interface IssueStanding {
  readonly id: string;
  readonly round: number;
  readonly state: IssueState;
  readonly issue: ReviewIssue;
}

export interface ReviewState {
  readonly verdict: "approved" | "with-reviewer" | "with-publisher" | "addressed" | "rejected";
  readonly issues: readonly IssueStanding[];
  /** Why it was rejected. */
  readonly reason?: string;
}

type IssueMessage = ReviewMessage & { readonly issue: ReviewIssue };

const roundOf = (message: ReviewMessage): number => message.round ?? 1;

/** One message per id, in an order that depends on what they say and not on how they came. */
function distinct(messages: readonly ReviewMessage[]): readonly ReviewMessage[] {
  const keyed = messages.map((message) => ({ message, text: JSON.stringify(message) }));
  keyed.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const byId = new Map<string, ReviewMessage>();
  for (const { message } of keyed) if (!byId.has(message.id)) byId.set(message.id, message);
  return [...byId.values()];
}

/** Verdicts are the reviewers'; resolving is also the publisher's, in the sense of addressing. */
const counts = ({ type, actor }: ReviewMessage): boolean =>
  actor.role === "reviewer" || (actor.role === "publisher" && type === "resolve-issue");

const isAboutIssue = (message: ReviewMessage): message is IssueMessage =>
  message.issue !== undefined && message.type.endsWith("-issue");

function standingOf(messages: readonly IssueMessage[]): IssueStanding | undefined {
  const round = Math.max(...messages.map(roundOf));
  const newest = messages.filter((message) => roundOf(message) === round);
  const has = (type: ReviewMessage["type"], role: ReviewMessage["actor"]["role"]) =>
    newest.some((message) => message.type === type && message.actor.role === role);
  const issue = (messages.find((message) => message.type === "report-issue") ?? messages[0])?.issue;
  if (issue === undefined) return undefined;
  const standing = (state: IssueState): IssueStanding => ({ id: issue.id, round, state, issue });
  if (has("reopen-issue", "reviewer")) return standing("open");
  if (has("resolve-issue", "reviewer")) return standing("resolved");
  return standing(has("resolve-issue", "publisher") ? "addressed" : "open");
}

function standings(messages: readonly ReviewMessage[]): readonly IssueStanding[] {
  const byIssue = Map.groupBy(messages.filter(isAboutIssue), (message) => message.issue.id);
  return [...byIssue.values()]
    .flatMap((own) => standingOf(own) ?? [])
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * Where round `round` of a review stands. Messages are a set: neither their order, nor their times,
 * nor how often they came matters. What was said in an older round no longer counts.
 */
export function reviewState(record: Pick<ReviewRecord, "messages">, round: number): ReviewState {
  // An answer may be filed one round ahead (see review-rounds.ts); nothing may settle a round beyond.
  const valid = distinct(record.messages)
    .filter(counts)
    .filter((message) => roundOf(message) <= round + 1);
  const inRound = valid.filter((message) => roundOf(message) === round);
  const issues = standings(valid);
  const reject = inRound.find((message) => message.type === "reject");
  if (reject !== undefined)
    return { verdict: "rejected", issues, ...(reject.text ? { reason: reject.text } : {}) };
  if (issues.some(({ state, round: newest }) => state === "open" && newest >= round))
    return { verdict: "with-publisher", issues };
  const asked = new Set(
    inRound
      .filter(({ type }) => type === "report-issue" || type === "reopen-issue")
      .map((message) => message.issue?.id),
  );
  if (issues.some(({ id, state }) => state === "addressed" && asked.has(id)))
    return { verdict: "addressed", issues };
  const approved = inRound.some((message) => message.type === "approve");
  return { verdict: approved ? "approved" : "with-reviewer", issues };
}
