import type { DocumentPath } from "../../changes/document-path.ts";
import type { Plan } from "../../plans.ts";

/** A plan and where it stands in the document. */
export type PlacedPlan = Plan & { readonly path: DocumentPath };
