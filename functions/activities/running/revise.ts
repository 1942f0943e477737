import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { ProgressStore } from "../../../shared/ports/offers.ts";
import type { Versioned } from "../../../shared/ports/values.ts";
import type { Progress } from "../../../shared/publishing/progress/progress.ts";

const mostConflicts = 20;

/** Where an offer stands; an offer with a submission always stands somewhere. */
export async function readProgress(
  store: ProgressStore,
  key: OfferKey,
): Promise<Versioned<Progress>> {
  const progress = await store.read(key);
  if (progress === undefined)
    throw new Error(`offer ${key.publisherId}/${key.offerId} has no progress row`);
  return progress;
}

/**
 * Applies a change by compare-and-swap and answers what is stored then. `known` saves the first
 * read; whenever somebody else wrote first, the change is made again to what they wrote.
 */
export async function revise(
  store: ProgressStore,
  key: OfferKey,
  change: (progress: Progress) => Progress,
  known?: Versioned<Progress>,
): Promise<Versioned<Progress>> {
  let before = known ?? (await readProgress(store, key));
  for (let conflict = 0; conflict < mostConflicts; conflict++) {
    const after = change(before.value);
    if (after === before.value) return before;
    const written = await store.write(before, after);
    if (written !== undefined) return written;
    before = await readProgress(store, key);
  }
  throw new Error(`the progress of ${key.publisherId}/${key.offerId} changes too often`);
}
