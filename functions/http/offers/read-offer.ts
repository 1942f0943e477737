import { access } from "../../../shared/identity/access.ts";
import { ok } from "../answers.ts";
import { numberedEndpoint, offerEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { offerView } from "./offer-view.ts";

const reading = { dialect: "cpp", access: access.readers } as const;

/** The draft, with the ETag that an update names. */
export const readOffer = offerEndpoint(reading, ({ ports }) => async ({ key }) => {
  const [draft, progress] = await Promise.all([
    ports.documents.readDraft(key),
    ports.progress.read(key),
  ]);
  if (!draft) return missingNotices.offer(key);
  const offer = progress?.value.offer;
  return ok(offerView(draft.value, offer, offer?.submission ?? 0), { ETag: draft.etag });
});

/** What was submitted under a number. */
export const readVersion = numberedEndpoint(reading, ({ ports }) => async ({ key, number }) => {
  const [document, progress] = await Promise.all([
    ports.documents.readVersion(key, number),
    ports.progress.read(key),
  ]);
  if (!progress) return missingNotices.offer(key);
  if (!document) return missingNotices.version(number);
  return ok(offerView(document, progress.value.offer, number));
});
