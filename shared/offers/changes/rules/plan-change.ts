import type { Plan } from "../../plans.ts";
import type { DocumentPath } from "../document-path.ts";
import type { DocumentContext } from "../facts/facts-of.ts";
import type { PlanFacts } from "../facts/published-facts.ts";

/** A plan of the document and what is known of its published past. */
export interface PlanChange {
  readonly plan: Plan;
  readonly earlier: PlanFacts;
  /** The plan's place in the document. */
  readonly at: DocumentPath;
  readonly context: DocumentContext;
}
