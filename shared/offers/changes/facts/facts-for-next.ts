import type { JsonObject } from "../../json-fields.ts";
import { type DocumentContext, factsOf } from "./facts-of.ts";
import { foldFacts } from "./fold-facts.ts";
import type { PublishedFacts } from "./published-facts.ts";

/** What is known of the versions that were published before a document. */
export interface PublishedPast extends DocumentContext {
  /** The document customers see now. */
  readonly published: JsonObject | undefined;
  /** What all versions up to that one bind to, where it was kept. */
  readonly facts?: PublishedFacts | undefined;
}

/** What all versions up to the live one bind the next to; only the live one counts where nothing was kept. */
export function bindingFacts(past: PublishedPast): PublishedFacts | undefined {
  const { published, facts } = past;
  if (published === undefined) return facts;
  const live = factsOf(published, past);
  return facts === undefined ? live : foldFacts(facts, live);
}

/** What will bind once this document is live as well. */
export function factsOnceLive(document: JsonObject, past: PublishedPast): PublishedFacts {
  const [before, own] = [bindingFacts(past), factsOf(document, past)];
  return before === undefined ? own : foldFacts(before, own);
}
