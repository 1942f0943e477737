import { contracts } from "../../../functions/activities/contracts.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";
import type { World } from "../../support/replay.ts";

type Fake = (input: any, world: World) => unknown;

/** A submission with defaults. */
export const aSubmission = (more: Partial<Submission> = {}): Submission => ({
  publisherId: "contoso",
  offerId: "mail",
  submissionId: "contoso.mail.1",
  number: 1,
  process: "2018-01",
  hasTestDrive: false,
  ...more,
});

const passed = () => ({ outcome: "passed" });

/** Every activity at its best; the publisher says Go Live an hour after the preview opens. */
export const passing = (more: Partial<Record<string, Fake>> = {}): Record<string, Fake> => ({
  ...Object.fromEntries(contracts.map(({ name }) => [name, passed])),
  openSignOff: (_, world) => {
    if (world.call > 1) return { decision: "go-live" };
    world.raise("GoLive", 3_600_000);
    return { decision: "waiting" };
  },
  openReview: () => ({ outcome: "opened" }),
  assessReview: () => ({ verdict: "approved" }),
  openReplication: () => ({ outcome: "opened", regions: ["westeurope", "eastus"] }),
  replicateRegion: () => ({ ok: true }),
  blockStep: () => ({ outcome: "blocked" }),
  unblockStep: () => ({ outcome: "resumed" }),
  withdrawSubmission: () => ({}),
  ...(more as Record<string, Fake>),
});

/** Fails the first `times` calls. */
export const failing =
  (times: number, then: Fake): Fake =>
  (input, world) => {
    if (world.call <= times) throw new Error("storage is away");
    return then(input, world);
  };
