import { z } from "zod";
import { OfferId, PublisherId } from "../../../../shared/offers/offer-key.ts";
import type {
  OperationState,
  OperationType,
} from "../../../../shared/publishing/progress/progress.ts";
import type { SuccessWord } from "../../../../shared/publishing/status/operation-view.ts";
import { progressFields } from "./status-answers.ts";

const State = z
  .enum(["running", "succeeded", "complete", "failed", "canceled"] satisfies (
    OperationState | SuccessWord
  )[])
  .meta({
    id: "OperationState",
    description: "complete is what succeeded is called for publishers whose compatibility says so.",
  });

export const OperationListItem = z
  .object({
    id: z.guid(),
    offerId: OfferId,
    offerVersion: z.int().positive(),
    offerTypeId: z.string(),
    publisherId: PublisherId,
    submissionType: z.enum(["publish", "goLive"] satisfies OperationType[]),
    submissionState: State,
    status: State,
    publishingVersion: z.int().positive().describe("The number of the submission."),
    slot: z
      .enum(["staging", "production"])
      .describe("publish ends in staging, that is the preview; goLive in production."),
    version: z.int().describe("Grows with every change."),
    definition: z.object({ metadata: z.object({ emails: z.string() }) }),
    createdDateTime: z.iso.datetime(),
    lastActionDateTime: z.iso.datetime(),
    changedTime: z.iso.datetime(),
  })
  .meta({ id: "OperationListItem" });

export const OperationAnswer = OperationListItem.extend({
  ...progressFields,
  cancellationRequestState: z.enum(["canCancel", "cancelRequested", "cannotCancel"]),
}).meta({
  id: "Operation",
  description:
    "publish runs until the publisher's sign-off is awaited; goLive runs from there until the offer is live.",
});
