import { expect, it } from "vitest";
import { validatePrerequisites } from "../../../functions/activities/gates/validate-prerequisites.ts";
import { openSubmission } from "../../../shared/publishing/progress/submissions.ts";
import { submissionIdOf } from "../../../shared/publishing/submission.ts";
import { acceptAssets } from "../../support/accepted-assets.ts";
import { anOfferDocument } from "../../support/an-offer-document.ts";
import { aPublishingOffer, key } from "./a-publishing-offer.ts";

const at = "2030-01-07T09:00:00.000Z";

/** An offer that publishes one version after the other; each that passes is live at once, unless said otherwise. */
async function aRelease() {
  const offer = await aPublishingOffer("validate-prerequisites", { hasTestDrive: false });
  await acceptAssets(offer);
  let number = 0;
  let live: number | undefined;
  return async (version: string, { goesLive = true } = {}) => {
    number++;
    const submissionId = submissionIdOf(key, number);
    const submission = { ...offer.submission, submissionId, number };
    const order = {
      submission,
      operationId: `op-${number}`,
      notificationEmails: "a@contoso.example",
    };
    await offer.change((progress) => {
      const state = { ...progress.offer, status: "succeeded" as const, submission: number - 1 };
      const before = live === undefined ? state : { ...state, liveSubmission: live };
      return openSubmission({ ...progress, offer: before, operations: [] }, order, at);
    });
    await offer.ports.documents.freeze(key, number, anOfferDocument({ version }));
    const { outcome } = await validatePrerequisites(offer.ports)({ submission, at });
    const { findings } = await offer.step("validate-prerequisites");
    if (outcome === "passed" && goesLive) live = number;
    return findings.map(({ ruleId }) => ruleId);
  };
}

it("a version must be higher than every one that was ever live", async () => {
  const publish = await aRelease();
  expect(await publish("1.0.0")).toEqual([]);
  expect(await publish("2.0.0")).toEqual([]);
  expect(await publish("1.0.0")).toEqual([]);
  expect(await publish("1.5.0")).toEqual(["plan-version-order"]);
  expect(await publish("2.0.1")).toEqual([]);
});

it("a version that never went live binds nobody", async () => {
  const publish = await aRelease();
  await publish("1.0.0");
  await publish("2.0.0", { goesLive: false });
  expect(await publish("1.5.0")).toEqual([]);
});
