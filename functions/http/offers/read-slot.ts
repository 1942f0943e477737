import { access } from "../../../shared/identity/access.ts";
import { ok } from "../answers.ts";
import { offerEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { offerView } from "./offer-view.ts";
import { slotNamed, unknownSlot, versionIn } from "./slots.ts";

const reading = { dialect: "cpp", access: access.readers } as const;

/** What stands in a slot: the draft, the version in preview, or the version that is live. */
export const readSlot = offerEndpoint(reading, ({ ports }) => async ({ request, key }) => {
  const slot = slotNamed(request.params["slot"]);
  if (!slot) return unknownSlot("slot");
  const [draft, progress] = await Promise.all([
    ports.documents.readDraft(key),
    ports.progress.read(key),
  ]);
  if (!draft) return missingNotices.offer(key);
  const offer = progress?.value.offer;
  const shown =
    slot === "draft" ? undefined : await versionIn(slot, key, ports, offer?.liveSubmission);
  if (shown) return ok(offerView(shown.document, offer, shown.number));
  if (slot === "production") return missingNotices.slot(slot, "no version of it is live yet.");
  // Clients look at the preview of an offer that has none yet, and expect its draft.
  return ok(offerView(draft.value, offer, offer?.submission ?? 0), { ETag: draft.etag });
});
