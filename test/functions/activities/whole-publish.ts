import { activitiesOf } from "../../../functions/activities/activities.ts";
import { workflowName, workflows } from "../../../functions/workflows/workflows.ts";
import type { ProcessId } from "../../../shared/publishing/processes/process.ts";
import { requestGoLive } from "../../../shared/publishing/progress/sign-off.ts";
import { acceptAssets } from "../../support/accepted-assets.ts";
import { anOfferDocument } from "../../support/an-offer-document.ts";
import { play, type Run, type World } from "../../support/replay.ts";
import { aPublishingOffer, key, type PublishingOffer } from "./a-publishing-offer.ts";

/** What people do while an offer is published. */
export interface People {
  /** Called after each activity. */
  after(name: string, world: World, offer: PublishingOffer): Promise<void>;
}

/** An offer at its first step, ready to be published as a whole. */
export async function aReadyOffer(process: ProcessId): Promise<PublishingOffer> {
  const offer = await aPublishingOffer("validate-prerequisites", { process });
  await offer.others.documents.freeze(key, 1, anOfferDocument({ testDrive: true }));
  await acceptAssets(offer);
  offer.calls.clear();
  return offer;
}

/** The publisher goes live as soon as the preview opens; the reviewer approves at once. */
export const quickPeople: People = {
  async after(name, world, offer) {
    const { status, goLiveRequested } = (await offer.progress()).offer;
    const at = world.now.toISOString();
    if (status === "waitingForPublisherReview" && !goLiveRequested) {
      await offer.change((before) => requestGoLive(before, { operationId: "op-2" }, at));
      world.raise("GoLive");
    }
    if (name === "openReview") await approve(offer, at);
  },
};

const approve = (offer: PublishingOffer, at: string) =>
  offer.others.reviews.record(offer.submission.submissionId, {
    version: "1",
    id: "approval",
    submissionId: offer.submission.submissionId,
    type: "approve",
    actor: { id: "rita", name: "Rita", role: "reviewer" },
    at,
    source: { kind: "manual" },
  });

/** Runs the workflow with the real activities over ports in memory; `how` carries each of them out. */
export async function publish(
  offer: PublishingOffer,
  people: People = quickPeople,
  how: (work: () => Promise<object>) => Promise<object> = (work) => work(),
): Promise<Run> {
  const name = workflowName(offer.submission.process);
  const { handler } = workflows.find((workflow) => workflow.name === name)!;
  const activities = Object.fromEntries(
    activitiesOf(offer.ports).map(({ contract, handler: work }) => [
      contract.name,
      async (input: unknown, world: World) => {
        const output = await how(() => work(input));
        await people.after(contract.name, world, offer);
        return output;
      },
    ]),
  );
  return await play(handler, { input: offer.submission, activities });
}
