import type { CatalogueRow } from "../../../shared/catalogue/catalogue-entry.ts";
import type { Catalogue } from "../../../shared/ports/files.ts";
import type { Submission } from "../../../shared/publishing/submission.ts";

const mostConflicts = 20;

/** Changes an offer's catalogue row by compare-and-swap; answering the same row writes nothing. */
export async function reviseRow(
  catalogue: Catalogue,
  { publisherId, offerId }: Submission,
  change: (row: CatalogueRow | undefined) => CatalogueRow | undefined,
): Promise<void> {
  const key = { publisherId, offerId };
  for (let conflict = 0; conflict < mostConflicts; conflict++) {
    const before = await catalogue.readRow(key);
    const after = change(before?.value);
    if (after === undefined || after === before?.value) return;
    if (await catalogue.writeRow(key, after, before?.etag)) return;
  }
  throw new Error(`the catalogue row of ${publisherId}/${offerId} changes too often`);
}
