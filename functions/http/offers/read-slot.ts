import type { HttpRequest } from "@azure/functions";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { JsonObject, Ports } from "../../../shared/ports.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { ok } from "../answers.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { offerKeyOf } from "../route-values.ts";
import { offerView } from "./offer-view.ts";

const slots = ["draft", "preview", "production"] as const;
type Slot = (typeof slots)[number];

/** What stands in a slot: the draft, the version in preview, or the version that is live. */
export const readSlot = endpoint("cpp", ({ ports }) => async (request) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const slot = slotOf(request);
  if (!slot) return unknownSlot;
  const [draft, progress] = await Promise.all([
    ports.documents.readDraft(key),
    ports.progress.read(key),
  ]);
  if (!draft) return missingNotices.offer(key);
  const offer = progress?.value.offer;
  const shown = await versionIn(slot, key, ports, offer?.liveSubmission);
  if (shown) return ok(offerView(shown.document, offer, shown.number));
  if (slot === "production") return missingNotices.slot(slot, "no version of it is live yet.");
  // Clients look at the preview of an offer that has none yet, and expect its draft.
  return ok(offerView(draft.value, offer, offer?.submission ?? 0), { ETag: draft.etag });
});

function slotOf(request: HttpRequest): Slot | undefined {
  const named = request.params["slot"]?.toLowerCase();
  return slots.find((known) => known === named);
}

async function versionIn(
  slot: Slot,
  key: OfferKey,
  ports: Ports,
  live: number | undefined,
): Promise<{ number: number; document: JsonObject } | undefined> {
  if (slot === "draft") return undefined;
  const row = slot === "preview" ? await ports.catalogue.readRow(key) : undefined;
  const number = row?.value.preview?.submission ?? live;
  const document = number && (await ports.documents.readVersion(key, number));
  return number && document ? { number, document } : undefined;
}

const unknownSlot: Refusal = {
  kind: "invalid",
  code: "InvalidRequest",
  message: `The slot must be one of ${slots.join(", ")}. Correct it in the address.`,
  target: "slot",
};
