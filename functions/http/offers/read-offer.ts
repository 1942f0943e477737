import { ok } from "../answers.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { numberedOf, offerKeyOf } from "../route-values.ts";
import { offerView } from "./offer-view.ts";

/** The draft, with the ETag that an update names. */
export const readOffer = endpoint("cpp", ({ ports }) => async (request) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const [draft, progress] = await Promise.all([
    ports.documents.readDraft(key),
    ports.progress.read(key),
  ]);
  if (!draft) return missingNotices.offer(key);
  const offer = progress?.value.offer;
  return ok(offerView(draft.value, offer, offer?.submission ?? 0), { ETag: draft.etag });
});

/** What was submitted under a number. */
export const readVersion = endpoint("cpp", ({ ports }) => async (request) => {
  const named = numberedOf(request);
  if (isRefusal(named)) return named;
  const { key, number } = named;
  const [document, progress] = await Promise.all([
    ports.documents.readVersion(key, number),
    ports.progress.read(key),
  ]);
  if (!progress) return missingNotices.offer(key);
  if (!document) return missingNotices.version(number);
  return ok(offerView(document, progress.value.offer, number));
});
