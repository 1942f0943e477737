import { Report, SarifLog } from "../answers/check-answers.ts";
import { ReviewAnswer, UnappliedCallbacks } from "../answers/review-answers.ts";
import { json, type OperationTexts } from "../operation-text.ts";
import { formatParameter } from "../parameters.ts";

export const reviewOperations: OperationTexts = {
  readReport: {
    tag: "Publishing",
    summary: "Read a step's report",
    description:
      "Everything that a step of a submission found, where status shows the first of it.",
    query: { format: formatParameter },
    answers: {
      200: {
        description:
          "The report. As SARIF it says which findings the submission before had, too, and which were waived.",
        content: { ...json(Report), "application/sarif+json": SarifLog },
      },
    },
    refusals: { 404: "There is no such submission, or its step has no report." },
  },
  readReview: {
    tag: "Reviews",
    summary: "Read a review",
    description:
      "Where the review of a submission stands: every issue with its state, and every message.",
    answers: { 200: { description: "The review.", content: json(ReviewAnswer) } },
    refusals: { 404: "The submission has not been put before the reviewers yet." },
  },
  listUnappliedCallbacks: {
    tag: "Operation",
    summary: "List reviewers' messages that could not be applied",
    description: "They stay on the poison queue, from which they can be sent again.",
    answers: { 200: { description: "The messages.", content: json(UnappliedCallbacks) } },
  },
};
