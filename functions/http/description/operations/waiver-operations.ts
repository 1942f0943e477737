import { z } from "zod";
import { Waiver } from "../../../../shared/findings/waivers/waiver.ts";
import { WaiverBody } from "../../waivers/waivers.ts";
import { json, type OperationTexts } from "../operation-text.ts";

const tag = "Reviews";
const WaiverAnswer = Waiver.meta({
  id: "Waiver",
  description: "A reviewer's decision that one finding of an offer need not stop it, for a time.",
});

export const waiverOperations: OperationTexts = {
  listWaivers: {
    tag,
    summary: "List an offer's waivers",
    description: "Every finding that reviewers let pass, those whose day is over included.",
    answers: { 200: { description: "The waivers.", content: json(z.array(WaiverAnswer)) } },
    refusals: { 404: "There is no such offer." },
  },
  writeWaiver: {
    tag,
    summary: "Waive a finding",
    description:
      "Lets a finding pass, in this version and in later ones while its place and value stay the same. It stays visible in every report.",
    body: {
      description: "Which rule, why, and until when.",
      schema: WaiverBody.meta({ id: "WaiverChange" }),
      required: true,
      example: {
        ruleId: "DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri",
        reason: "The address is text that customers read.",
        until: "2027-06-30",
      },
    },
    answers: { 200: { description: "The waiver.", content: json(WaiverAnswer) } },
    refusals: { 404: "There is no such offer." },
  },
  removeWaiver: {
    tag,
    summary: "Take a waiver back",
    description: "The next submission is judged without it.",
    query: { ruleId: z.string().optional().describe("Only of this rule.") },
    answers: { 200: { description: "What was taken back.", content: json(z.array(WaiverAnswer)) } },
    refusals: { 404: "The offer has no such waiver." },
  },
};
