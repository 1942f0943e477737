import { z } from "zod";
import { contentOf } from "../../document-content.ts";
import type { JsonObject } from "../../json-fields.ts";
import { textOf } from "../../json-fields.ts";
import { jsonPathOf } from "../document-path.ts";
import { compare, type Difference } from "./compare.ts";
import type { OfferKey } from "../../offer-key.ts";
import { tabs } from "../../model/tabs.ts";
import { fieldNotes } from "./field-notes.ts";
import { sealSecrets } from "./secret-value.ts";
import { holdsSecret, isBlank, meaningText, shown } from "./values.ts";

const OfferChange = z.object({
  kind: z.enum(["added", "removed", "changed"]),
  tab: z.enum(tabs),
  label: z.string(),
  /** ID of the plan it is in. */
  plan: z.string().optional(),
  /** The names that lead to it, without list indexes. */
  field: z.string(),
  /** Where it is in the later document; in the earlier one when it was removed. */
  jsonPath: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  /** A secret is part of it and is not shown. */
  hidden: z.literal(true).optional(),
});
type OfferChange = z.infer<typeof OfferChange>;

/** What differs between two versions of an offer, field by field. */
export const OfferDiff = z.object({
  summary: z.object({
    added: z.int().nonnegative(),
    removed: z.int().nonnegative(),
    changed: z.int().nonnegative(),
  }),
  /** By tab, in the editor's order, then by plan and field. */
  changes: z.array(OfferChange),
});
export type OfferDiff = z.infer<typeof OfferDiff>;

/**
 * Compares two versions of an offer by what they mean: plans by their ID, packages by version, list
 * items by what they are. A version that does not exist is an empty object. Secrets are compared and never shown.
 */
export function diffOffers(
  before: JsonObject,
  after: JsonObject,
  key: OfferKey = keyIn(after, before),
): OfferDiff {
  const [earlier, later] = [before, after].map((one) => sealSecrets(contentOf(one)));
  const top = { key, names: [], before: [], after: [], items: [] };
  const changes = [...compare(earlier, later, top)]
    .map((difference) => ({ change: changeOf(difference), order: orderOf(difference) }))
    .sort((a, b) => byOrder(a.order, b.order))
    .map(({ change }) => change);
  const count = (kind: OfferChange["kind"]): number =>
    changes.filter((change) => change.kind === kind).length;
  const summary = { added: count("added"), removed: count("removed"), changed: count("changed") };
  return { summary, changes };
}

/** Whose documents they are, as they say themselves. */
const keyIn = (after: JsonObject, before: JsonObject): OfferKey => ({
  publisherId: textOf(after["publisherId"]) || textOf(before["publisherId"]),
  offerId: textOf(after["id"]) || textOf(before["id"]),
});

function changeOf({ place, before, after }: Difference): OfferChange {
  const kind = kindOf(before, after);
  return {
    kind,
    ...fieldNotes(place.names),
    ...(place.plan !== undefined && { plan: place.plan }),
    field: place.names.join("."),
    jsonPath: jsonPathOf(kind === "removed" ? place.before : place.after),
    ...sideOf("before", before),
    ...sideOf("after", after),
    ...((holdsSecret(before) || holdsSecret(after)) && { hidden: true as const }),
  };
}

// A version or a plan may be there with nothing in it; elsewhere saying nothing is not being there.
const kindOf = (before: unknown, after: unknown): OfferChange["kind"] => {
  if (before === undefined || (isBlank(before) && !isBlank(after))) return "added";
  return after === undefined || (isBlank(after) && !isBlank(before)) ? "removed" : "changed";
};

const sideOf = (side: "before" | "after", value: unknown) => {
  const visible = shown(value);
  return visible === undefined ? {} : { [side]: visible };
};

type Order = readonly [number, ...string[]];

const orderOf = ({ place, before, after }: Difference): Order => {
  const { tab } = fieldNotes(place.names);
  const sides = [before, after].map((side) => meaningText(side, place.key)).sort();
  return [tabs.indexOf(tab), place.plan ?? "", place.names.join("."), ...place.items, ...sides];
};

function byOrder(a: Order, b: Order): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at] ?? "", b[at] ?? ""];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
