import { access } from "../../../shared/identity/access.ts";
import { diffOffers } from "../../../shared/offers/changes/diff/offer-diff.ts";
import { ok } from "../answers.ts";
import { offerEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { type Slot, slotNamed, unknownSlot, versionIn } from "./slots.ts";

const reading = { dialect: "own", access: access.readers } as const;

/** What differs between two slots, field by field: from production to the draft unless said otherwise. */
export const readDiff = offerEndpoint(reading, ({ ports }) => async ({ request, key }) => {
  const from = slotNamed(request.query.get("from") ?? "production");
  if (!from) return unknownSlot("from");
  const to = slotNamed(request.query.get("to") ?? "draft");
  if (!to) return unknownSlot("to");
  const [draft, progress] = await Promise.all([
    ports.documents.readDraft(key),
    ports.progress.read(key),
  ]);
  if (!draft) return missingNotices.offer(key);
  const live = progress?.value.offer.liveSubmission;
  const sideIn = async (slot: Slot) => {
    if (slot === "draft") return { slot, document: draft.value };
    const version = await versionIn(slot, key, ports, live);
    // A slot with nothing in it is an empty document: everything was added, or removed.
    return { slot, version: version?.number, document: version?.document ?? {} };
  };
  const [before, after] = await Promise.all([sideIn(from), sideIn(to)]);
  return ok({
    from: { slot: before.slot, version: before.version },
    to: { slot: after.slot, version: after.version },
    ...diffOffers(before.document, after.document, key),
  });
});
