import { OrderBody } from "../../publishing/notification-emails.ts";
import { DryRunAnswer, SarifLog } from "../answers/check-answers.ts";
import { DraftDocument, exampleOffer } from "../answers/offer-document.ts";
import { OperationAnswer } from "../answers/operation-answers.ts";
import { formatParameter } from "../parameters.ts";
import { json, type OperationText, type OperationTexts } from "../operation-text.ts";

const tag = "Publishing";
const noOffer = "The publisher has no such offer.";
const orConflict =
  "Or others are changing the offer at this moment, or a request under the same Idempotency-Key is still at work.";
const keyReused = "the Idempotency-Key came with another request before.";

const body = {
  description:
    "May be empty. `metadata.notification-emails` holds the addresses that are told of the outcome, separated by commas.",
  schema: OrderBody.meta({ id: "Order", description: "What an order may say." }),
  required: false,
  example: { metadata: { "notification-emails": "releases@contoso.example" } },
} as const;
const where = "The path of the operation on this host, with its api-version.";
const accepted: OperationText["answers"] = {
  202: {
    description: "The order is placed. Ask about the operation at Location.",
    content: json(OperationAnswer),
    headers: { Location: where, "Operation-Location": where },
  },
};

export const orderOperations: OperationTexts = {
  validateOffer: {
    tag,
    summary: "Check without publishing",
    description:
      "Everything that publishing would check, all at once, of the draft or of the document in the body, which is not stored.",
    query: { format: formatParameter },
    body: {
      description: "An offer document; nothing for the draft.",
      schema: DraftDocument,
      required: false,
      example: exampleOffer,
    },
    answers: {
      200: {
        description: "What was found, by step.",
        content: { ...json(DryRunAnswer), "application/sarif+json": SarifLog },
      },
    },
    refusals: {
      404: noOffer,
      422: `The offer asks for a publishing process that there is not; or ${keyReused}`,
    },
  },
  orderPublish: {
    tag,
    summary: "Publish",
    description:
      "Submits the draft: it is frozen, checked, certified, packaged and opened for preview. Publishing again while the same draft is under way answers the operation there is.",
    body,
    answers: accepted,
    refusals: {
      404: noOffer,
      409: `An earlier draft of the offer is being published or cancelled. ${orConflict}`,
      422: `The offer cannot be published; or ${keyReused}`,
    },
  },
  orderGoLive: {
    tag,
    summary: "Sign off and go live",
    description:
      "The publisher's sign-off, possible while the status is waitingForPublisherReview. Starts the operation that ends with the offer live.",
    body,
    answers: accepted,
    refusals: { 404: noOffer, 409: `The offer does not wait for its sign-off. ${orConflict}` },
  },
  orderCancel: {
    tag,
    summary: "Cancel",
    description:
      "Ends the submission that is under way. What is live stays live. Possible until the release is switched live.",
    body,
    answers: accepted,
    refusals: {
      404: noOffer,
      409: `Nothing is being published, or it is too late to cancel. ${orConflict}`,
    },
  },
  orderResume: {
    tag,
    summary: "Resume a blocked step",
    description: "Lets a step that is blocked, by a fault of ours or of another system, try again.",
    answers: accepted,
    refusals: { 404: noOffer, 409: `No step is blocked. ${orConflict}` },
  },
};
