import { z } from "zod";
import { Submission } from "../../shared/publishing/submission.ts";
import { stepIds } from "../../shared/publishing/processes/process.ts";

/** What an activity is called, takes and gives; workflows know activities by these alone. */
export interface Contract<I, O> {
  readonly name: string;
  readonly input: z.ZodType<I>;
  readonly output: z.ZodType<O>;
}
const contract = <I, O>(c: Contract<I, O>) => c;

/** `at` is the orchestration's own time (ISO 8601), so that a repeated run writes the same rows. */
const StepCall = z.object({ submission: Submission, at: z.iso.datetime() });
export type StepCall = z.infer<typeof StepCall>;

/** How a gate ended. Findings and messages are in storage; only the outcome travels. */
const GateOutcome = z.object({ outcome: z.enum(["passed", "rejected", "canceled"]) });
export type GateOutcome = z.infer<typeof GateOutcome>;

const gate = (name: string): Contract<StepCall, GateOutcome> =>
  contract({ name, input: StepCall, output: GateOutcome });

export const validatePrerequisites = gate("validatePrerequisites");
export const validateInfluencedRevenue = gate("validateInfluencedRevenue");
export const certify = gate("certify");
export const validateTestDrive = gate("validateTestDrive");
export const packageOffer = gate("packageOffer");

/** Ends the publish operation and opens the preview; says whether Go Live was asked for already. */
export const openSignOff = contract({
  name: "openSignOff",
  input: StepCall,
  output: z.object({ decision: z.enum(["waiting", "go-live", "canceled"]) }),
});
export const closeSignOff = gate("closeSignOff");

const RoundCall = StepCall.extend({ round: z.int().positive() });
export type RoundCall = z.infer<typeof RoundCall>;
/** Puts round `round` before the reviewers. */
export const openReview = contract({
  name: "openReview",
  input: RoundCall,
  output: z.object({ outcome: z.enum(["opened", "canceled"]) }),
});
/** Reads every message of the review and says where the round stands. */
export const assessReview = contract({
  name: "assessReview",
  input: RoundCall,
  output: z.object({
    verdict: z.enum([
      "approved",
      "with-reviewer",
      "with-publisher",
      "addressed",
      "rejected",
      "canceled",
    ]),
  }),
});

const StageCall = StepCall.extend({ step: z.enum(["replication", "live"]) });
export type StageCall = z.infer<typeof StageCall>;
/** Starts replication inside the given step and names the regions. */
export const openReplication = contract({
  name: "openReplication",
  input: StageCall,
  output: z.object({ outcome: z.enum(["opened", "canceled"]), regions: z.array(z.string()) }),
});
const RegionCall = StepCall.extend({ region: z.string() });
export type RegionCall = z.infer<typeof RegionCall>;
/** Copies one region and verifies every hash; an unreachable region is a value, so that others go on. */
export const replicateRegion = contract({
  name: "replicateRegion",
  input: RegionCall,
  output: z.object({ ok: z.boolean(), error: z.string().optional() }),
});
export const closeReplication = contract({
  name: "closeReplication",
  input: StageCall,
  output: GateOutcome,
});
/** The one switch; after it the submission cannot be cancelled. */
export const goLive = gate("goLive");

const Block = StepCall.extend({ step: z.enum(stepIds), reason: z.string() });
export type Block = z.infer<typeof Block>;
/** Tells operator and publisher that a step waits for us; the offer does not turn red. */
export const blockStep = contract({
  name: "blockStep",
  input: Block,
  output: z.object({ outcome: z.enum(["blocked", "canceled"]) }),
});
export const unblockStep = contract({
  name: "unblockStep",
  input: Block,
  output: z.object({ outcome: z.enum(["resumed", "canceled"]) }),
});
/** Takes back what the submission has put before anybody, and closes it as canceled. */
export const withdrawSubmission = contract({
  name: "withdrawSubmission",
  input: StepCall,
  output: z.object({}),
});

/** Every activity a workflow may name. */
export const contracts = [
  validatePrerequisites,
  validateInfluencedRevenue,
  certify,
  validateTestDrive,
  packageOffer,
  openSignOff,
  closeSignOff,
  openReview,
  assessReview,
  openReplication,
  replicateRegion,
  closeReplication,
  goLive,
  blockStep,
  unblockStep,
  withdrawSubmission,
] as const;

/** What a workflow waits for; its payload is always an object. */
export interface EventContract {
  readonly name: string;
}
export const goLiveRequested: EventContract = { name: "GoLive" };
export const cancelRequested: EventContract = { name: "Cancel" };
export const resumeRequested: EventContract = { name: "Resume" };
export const reviewChanged: EventContract = { name: "ReviewChanged" };
