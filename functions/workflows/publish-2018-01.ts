import {
  certify,
  goLive,
  packageOffer,
  validateInfluencedRevenue,
  validatePrerequisites,
  validateTestDrive,
} from "../activities/contracts.ts";
import { publishing } from "./publishing.ts";
import { replicate } from "./replication.ts";
import { reviewRounds } from "./review-rounds.ts";
import { signOff } from "./sign-off.ts";
import { gate } from "./steps.ts";

/** The publishing table of January 2018 in motion, row by row. */
export const publish201801 = publishing(function* (flow) {
  yield* gate(flow, "validate-prerequisites", validatePrerequisites);
  yield* gate(flow, "validate-influenced-revenue", validateInfluencedRevenue);
  yield* gate(flow, "certification", certify);
  if (flow.submission.hasTestDrive) yield* gate(flow, "test-drive-validation", validateTestDrive);
  yield* gate(flow, "packaging", packageOffer);
  yield* signOff(flow);
  yield* reviewRounds(flow);
  yield* replicate(flow, "live");
  yield* gate(flow, "live", goLive);
});
