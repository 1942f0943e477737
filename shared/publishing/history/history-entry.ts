import { z } from "zod";
import { stepIds } from "../processes/process.ts";

/** What can happen to an offer. */
const historyActs = [
  "created",
  "draft-saved",
  "publish-requested",
  "go-live-requested",
  "cancel-requested",
  "resume-requested",
  "step-started",
  "step-completed",
  "step-rejected",
  "step-blocked",
  "step-waiting",
  "sign-off-awaited",
  "live",
  "failed",
  "canceled",
] as const;

/** Who did it: a caller of the API, or the pipeline itself. */
export const Actor = z.object({
  kind: z.enum(["user", "service-principal", "pipeline"]),
  id: z.string(),
  name: z.string(),
});
export type Actor = z.infer<typeof Actor>;

/** One line of an offer's history: who did what, and when. */
export const HistoryEntry = z.object({
  at: z.iso.datetime(),
  act: z.enum(historyActs),
  by: Actor,
  /** The submission it is about, if it is about one. */
  submission: z.int().positive().optional(),
  step: z.enum(stepIds).optional(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
export type HistoryAct = HistoryEntry["act"];

export const pipeline: Actor = { kind: "pipeline", id: "offerpress", name: "Offerpress" };
