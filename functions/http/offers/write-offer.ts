import { access } from "../../../shared/identity/access.ts";
import { takeDocument } from "../../../shared/offers/document-intake.ts";
import { displayTextOf, offerTypeIdOf } from "../../../shared/offers/offer-document.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import { keepSecrets } from "../../../shared/offers/secrets.ts";
import type { JsonObject, Versioned } from "../../../shared/ports/values.ts";
import type { Actor } from "../../../shared/publishing/history/history-entry.ts";
import type { OfferState } from "../../../shared/publishing/progress/progress.ts";
import { describeOffer, newOffer } from "../../../shared/publishing/progress/submissions.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import type { Shell } from "../../shell.ts";
import { ok } from "../answers.ts";
import { isRefusal, offerEndpoint } from "../endpoint.ts";
import { actorOf } from "../access/actor-of.ts";
import { names } from "../request/entity-tag.ts";
import { jsonBodyOf } from "../request/request-body.ts";
import { offerView } from "./offer-view.ts";

const writing = { dialect: "cpp", access: access.members } as const;
const mostTries = 6;

/** Creates or replaces the draft. */
export const writeOffer = offerEndpoint(writing, (shell) => async ({ request, key, caller }) => {
  const sent = await jsonBodyOf(request);
  if (isRefusal(sent)) return sent;
  const intake = takeDocument(sent.body, key);
  if (!intake.ok) return intake.refusal;
  const ifMatch = request.headers.get("if-match")?.trim();
  const draft = await writeDraft(shell, key, intake.document, ifMatch);
  if (isRefusal(draft)) return draft;
  const offer = await describe(shell, key, draft.value, actorOf(caller));
  if (isRefusal(offer)) return offer;
  return ok(offerView(draft.value, offer, offer.submission), { ETag: draft.etag });
});

/** Writes over exactly what was read, because the secrets that a client leaves out come from there. */
async function writeDraft(
  { ports, settings }: Shell,
  key: OfferKey,
  incoming: JsonObject,
  ifMatch: string | undefined,
): Promise<Versioned<JsonObject> | Refusal> {
  for (let tries = 0; tries < mostTries; tries++) {
    const stored = await ports.documents.readDraft(key);
    const refusal = conditionRefusal(ifMatch, stored?.etag, settings.requireIfMatch);
    if (refusal) return refusal;
    const value = keepSecrets(incoming, stored?.value);
    const etag = await ports.documents.writeDraft(key, value, stored?.etag ?? "none");
    if (etag !== undefined) return { value, etag };
  }
  return concurrentChange;
}

function conditionRefusal(
  ifMatch: string | undefined,
  etag: string | undefined,
  isRequired: boolean,
): Refusal | undefined {
  if (!ifMatch) return isRequired && etag !== undefined ? conditionMissing : undefined;
  if (ifMatch === "*" && etag !== undefined) return undefined;
  return etag !== undefined && names(ifMatch, etag) ? undefined : conditionFailed;
}

/** Lists show the name that the draft gives its offer; the history shows who gave it. */
async function describe(
  { ports, settings }: Shell,
  key: OfferKey,
  document: JsonObject,
  by: Actor,
): Promise<OfferState | Refusal> {
  const description = {
    displayText: displayTextOf(document),
    offerTypeId: offerTypeIdOf(document),
  };
  for (let tries = 0; tries < mostTries; tries++) {
    const at = ports.clock.now().toISOString();
    const before = await ports.progress.read(key);
    const after = before
      ? describeOffer(before.value, description, at)
      : newOffer(key, { ...description, process: settings.defaultProcess }, at);
    if (await ports.progress.write(before, after, { by, act: "draft-saved" })) return after.offer;
  }
  return concurrentChange;
}

const concurrentChange: Refusal = {
  kind: "conflict",
  code: "ConcurrentChange",
  message: "The offer is being changed by others at this moment. Read it again and repeat.",
};
const conditionFailed: Refusal = {
  kind: "precondition-failed",
  code: "PreconditionFailed",
  message:
    "The offer is no longer what If-Match names. Read it again, put your change into what you read, and send that with its ETag.",
  target: "If-Match",
};
const conditionMissing: Refusal = {
  kind: "precondition-required",
  code: "PreconditionRequired",
  message:
    "An update needs If-Match: the ETag of the offer as you read it, or * to write over whatever is there.",
  target: "If-Match",
};
