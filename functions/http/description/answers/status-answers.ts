import { z } from "zod";
import { Finding } from "../../../../shared/findings/finding.ts";
import { processIds, stepIds } from "../../../../shared/publishing/processes/process.ts";
import type { StepStatus } from "../../../../shared/publishing/progress/progress.ts";
import { OfferStatusWord } from "./offer-answers.ts";
import { EstimateAnswer } from "./process-answers.ts";

const statuses = [
  "notStarted",
  "inProgress",
  "waitingForPublisherReview",
  "waitingForApproval",
  "blocked",
  "rejected",
  "complete",
  "canceled",
] as const satisfies readonly StepStatus[];

const Message = z
  .object({
    messageHtml: z.string().describe("Text with safe markup only."),
    level: z.enum(["information", "warning", "error"]),
    timestamp: z.iso.datetime(),
  })
  .meta({ id: "Message", description: "Something said to the publisher." });

const Link = z.object({ displayText: z.string(), uri: z.string() }).meta({ id: "Link" });

const StepAnswer = z
  .object({
    estimatedTimeFrame: z.string().describe("How long it takes at most, as text."),
    id: z.string().describe("The step's id in the CPP dialect, such as publisher-signoff."),
    stepName: z.string(),
    description: z.string(),
    status: z
      .enum(statuses)
      .describe(
        "rejected: the publisher has to correct something. blocked: a fault of ours or of another system; the step can be resumed.",
      ),
    messages: z.array(Message),
    progressPercentage: z.int().min(0).max(100),
    step: z.enum(stepIds).describe("The step's own id, which reports are addressed by."),
    estimate: EstimateAnswer,
    startedAt: z.iso.datetime().optional(),
    endedAt: z.iso.datetime().optional(),
    dueAt: z.iso.datetime().optional().describe("Moves while the clock stands still."),
    waits: z
      .array(z.object({ from: z.iso.datetime(), to: z.iso.datetime().optional() }))
      .describe("When the clock stood still because the publisher was awaited."),
    findings: z.array(Finding).describe("The first findings; all of them are in the report."),
    findingCount: z.int().nonnegative(),
    report: z.string().optional().describe("The path of the whole report."),
  })
  .meta({ id: "Step" });

/** What status and operations have in common. */
export const progressFields = {
  messages: z.array(Message),
  steps: z.array(StepAnswer),
  previewLinks: z.array(Link).describe("Always empty, as it was in CPP."),
  liveLinks: z.array(Link).describe("Always empty, as it was in CPP."),
  notificationEmails: z.string().describe("Addresses, separated by commas."),
} as const;

export const StatusAnswer = z
  .object({
    status: OfferStatusWord,
    ...progressFields,
    process: z.enum(processIds),
    submission: z.int().nonnegative().describe("The newest submission; 0 before the first."),
    liveSubmission: z.int().positive().optional().describe("The submission that customers see."),
    cancelRequested: z.boolean(),
    changedTime: z.iso.datetime(),
  })
  .meta({ id: "Status" });
