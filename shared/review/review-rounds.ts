import type { ReviewMessage, ReviewRecord } from "./review.ts";

/** The round the reviewers are looking at; 0 before the first was opened. */
export const currentRound = (record: ReviewRecord): number =>
  record.requests.reduce((latest, request) => Math.max(latest, request.round), 0);

const isReopened = (record: ReviewRecord, issueId: string, round: number): boolean =>
  record.messages.some(
    (message) =>
      message.type === "reopen-issue" && message.issue?.id === issueId && message.round === round,
  );

/**
 * A message under the round it counts in: its own, else the one that is open as it arrives.
 * Inside a round reopening is stronger than resolving, so an answer to a reopened issue
 * belongs to the next round; otherwise it could never be given.
 */
export function filedMessage(message: ReviewMessage, record: ReviewRecord): ReviewMessage {
  if (message.round !== undefined) return message;
  const round = Math.max(1, currentRound(record));
  const answersReopening =
    message.type === "resolve-issue" &&
    message.issue !== undefined &&
    isReopened(record, message.issue.id, round);
  return { ...message, round: answersReopening ? round + 1 : round };
}
