import type { Submission } from "../publishing/submission.ts";
import { CatalogueEntry } from "./catalogue-entry.ts";
import type { CatalogueRow } from "./catalogue-entry.ts";

const PublicEntry = CatalogueEntry.omit({ previewSubscriptions: true });

const emptyRow = ({ publisherId, offerId }: Submission): CatalogueRow => ({ publisherId, offerId });

/** Opens the preview of a submission; what is live stays. */
export const withPreview = (
  row: CatalogueRow | undefined,
  submission: Submission,
): CatalogueRow => ({
  ...(row ?? emptyRow(submission)),
  preview: { submission: submission.number },
});

/** Closes the preview of a submission that was withdrawn; another submission's stays. */
export function withoutPreview(row: CatalogueRow, submission: Submission): CatalogueRow {
  if (row.preview?.submission !== submission.number) return row;
  const { publisherId, offerId, live } = row;
  return { publisherId, offerId, ...(live === undefined ? {} : { live }) };
}

/** The switch: this submission is live and its preview ends. A later one that is live already stays. */
export function withLive(
  row: CatalogueRow | undefined,
  submission: Submission,
  since: string,
): CatalogueRow {
  const before = row ?? emptyRow(submission);
  if ((before.live?.submission ?? 0) >= submission.number)
    return withoutPreview(before, submission);
  return { ...withoutPreview(before, submission), live: { submission: submission.number, since } };
}

/** Whether an Azure subscription may see a preview. */
export const maySeePreview = (entry: CatalogueEntry, subscriptionId: string): boolean =>
  entry.previewSubscriptions.some(
    (allowed) => allowed.toLowerCase() === subscriptionId.toLowerCase(),
  );

/** An entry as everybody may read it: who was allowed to preview it is nobody's business. */
export const publicView = (entry: CatalogueEntry): Omit<CatalogueEntry, "previewSubscriptions"> =>
  PublicEntry.parse(entry);
