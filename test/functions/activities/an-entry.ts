import type { CatalogueEntry } from "../../../shared/catalogue/catalogue-entry.ts";

export const sums = ["a".repeat(64), "b".repeat(64)] as const;

const plan = (planId: string, sha256: string) => ({
  planId,
  title: `Plan ${planId}`,
  summary: "",
  skuType: "solutionTemplate",
  version: "1.0.0",
  package: { sha256, size: 10 },
  manifest: [],
});

/** A packaged submission with three plans, two of which share a package. */
export const anEntry = (): CatalogueEntry => ({
  publisherId: "contoso",
  offerId: "mail",
  submission: 1,
  displayText: "Contoso Mail",
  title: "Contoso Mail",
  summary: "Mail.",
  longSummary: "",
  description: "",
  privacyUrl: "",
  termsOfUse: "",
  supportUrl: "",
  plans: [plan("one", sums[0]), plan("two", sums[1]), plan("three", sums[0])],
  previewSubscriptions: [],
  packagedAt: "2030-01-07T09:30:00.000Z",
});
