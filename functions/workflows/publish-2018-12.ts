import { certify, goLive, packageOffer, validatePrerequisites } from "../activities/contracts.ts";
import { publishing } from "./publishing.ts";
import { replicate } from "./replication.ts";
import { signOff } from "./sign-off.ts";
import { gate } from "./steps.ts";

/** The publishing table of December 2018 in motion, row by row. */
export const publish201812 = publishing(function* (flow) {
  yield* gate(flow, "validate-prerequisites", validatePrerequisites);
  yield* gate(flow, "certification", certify);
  yield* gate(flow, "packaging", packageOffer);
  yield* signOff(flow);
  yield* replicate(flow, "replication");
  yield* gate(flow, "live", goLive);
});
