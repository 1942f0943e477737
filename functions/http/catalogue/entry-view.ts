import type { CatalogueEntry } from "../../../shared/catalogue/catalogue-entry.ts";

/** An entry as customers see it: who may preview it is not theirs to know. */
export const entryView = (entry: CatalogueEntry, live?: { readonly since: string }) => ({
  ...entry,
  previewSubscriptions: undefined,
  ...(live && { liveSince: live.since }),
});
