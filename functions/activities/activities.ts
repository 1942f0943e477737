import type { z } from "zod";
import type { Ports } from "../../shared/ports.ts";
import * as contracts from "./contracts.ts";
import { certify } from "./gates/certify.ts";
import { packageOffer } from "./gates/package-offer.ts";
import { validateInfluencedRevenue } from "./gates/validate-influenced-revenue.ts";
import { validatePrerequisites } from "./gates/validate-prerequisites.ts";
import { validateTestDrive } from "./gates/validate-test-drive.ts";
import { blockStep, unblockStep } from "./holdups/block-step.ts";
import { withdrawSubmission } from "./holdups/withdraw-submission.ts";
import { closeReplication } from "./release/close-replication.ts";
import { closeSignOff } from "./release/close-sign-off.ts";
import { goLive } from "./release/go-live.ts";
import { openReplication } from "./release/open-replication.ts";
import { openSignOff } from "./release/open-sign-off.ts";
import { replicateRegion } from "./release/replicate-region.ts";
import { assessReview } from "./review/assess-review.ts";
import { openReview } from "./review/open-review.ts";

/** An activity as it is registered: it checks its input, which came through the durable engine. */
export interface Activity {
  readonly contract: {
    readonly name: string;
    readonly input: z.ZodType;
    readonly output: z.ZodType;
  };
  readonly handler: (input: unknown) => Promise<object>;
}

/** Every activity, carried out through these ports. */
export function activitiesOf(ports: Ports): readonly Activity[] {
  return [
    bind(contracts.validatePrerequisites, validatePrerequisites(ports)),
    bind(contracts.validateInfluencedRevenue, validateInfluencedRevenue(ports)),
    bind(contracts.certify, certify(ports)),
    bind(contracts.validateTestDrive, validateTestDrive(ports)),
    bind(contracts.packageOffer, packageOffer(ports)),
    bind(contracts.openSignOff, openSignOff(ports)),
    bind(contracts.closeSignOff, closeSignOff(ports)),
    bind(contracts.openReview, openReview(ports)),
    bind(contracts.assessReview, assessReview(ports)),
    bind(contracts.openReplication, openReplication(ports)),
    bind(contracts.replicateRegion, replicateRegion(ports)),
    bind(contracts.closeReplication, closeReplication(ports)),
    bind(contracts.goLive, goLive(ports)),
    bind(contracts.blockStep, blockStep(ports)),
    bind(contracts.unblockStep, unblockStep(ports)),
    bind(contracts.withdrawSubmission, withdrawSubmission(ports)),
  ];
}

const bind = <I, O extends object>(
  contract: contracts.Contract<I, O>,
  work: (input: I) => Promise<O>,
): Activity => ({ contract, handler: (input) => work(contract.input.parse(input)) });
