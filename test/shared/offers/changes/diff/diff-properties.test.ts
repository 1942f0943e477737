import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  diffOffers,
  type OfferDiff,
} from "../../../../../shared/offers/changes/diff/offer-diff.ts";
import type { JsonObject } from "../../../../../shared/offers/json-fields.ts";
import { validOffer, validPlan } from "../../../support/valid-offer.ts";

const marketplace = "microsoft-azure-marketplace.";
const drive = "microsoft-azure-marketplace-testdrive.";
const application = "microsoft-azure-applications.";
const names = [
  "id",
  "publisherId",
  "definition",
  "displayText",
  "offer",
  "plans",
  "planId",
  "regions",
  "linkUrl",
  "linkTitle",
  "categoryL1",
  "__proto__",
  "constructor",
  `${application}package`,
  "1.0.0",
  `${marketplace}title`,
  `${marketplace}usefulLinks`,
  `${marketplace}tableLeadConfiguration`,
  "connectionString",
  `${drive}applicationKey`,
];

/** Any JSON object, with a liking for names that mean something. */
const { document } = fc.letrec<{ any: unknown; document: JsonObject }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom("a", "b", "", null, 1, 2, true, "asset:one"),
    fc.jsonValue({ maxDepth: 2 }),
    fc.array(tie("any"), { maxLength: 4 }),
    tie("document"),
  ),
  document: fc.dictionary(fc.constantFrom(...names), tie("any")) as fc.Arbitrary<JsonObject>,
}));
const framed = fc
  .record({ offer: document, plans: fc.array(document, { maxLength: 4 }) })
  .map((definition): JsonObject => ({ id: "sample", publisherId: "contoso", definition }));
const anything = fc.oneof(document, framed);

type Entry = readonly [string, unknown];
const arranged = (value: unknown, order: (entries: Entry[]) => Entry[]): unknown => {
  if (Array.isArray(value)) return value.map((item) => arranged(item, order));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]): Entry => [
    name,
    arranged(inner, order),
  ]);
  return Object.fromEntries(order(entries));
};
const reversed = (value: JsonObject) =>
  arranged(value, (entries) => entries.reverse()) as JsonObject;
const textOf = (value: unknown): string =>
  JSON.stringify(arranged(value, (entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1))));

const swapped = { added: "removed", removed: "added", changed: "changed" } as const;
type Change = OfferDiff["changes"][number];
/** A change as it looks from the other side; where it stands may differ. */
const mirrored = ({ before, after, ...change }: Change): object => ({
  ...unplaced(change),
  kind: swapped[change.kind],
  ...(after !== undefined && { before: after }),
  ...(before !== undefined && { after: before }),
});
const unplaced = (change: Change): object => ({ ...change, jsonPath: "" });

describe("a difference", () => {
  it("is none between a document and itself in another order of fields", () => {
    fc.assert(
      fc.property(anything, (one) => {
        expect(diffOffers(one, reversed(one)).changes).toEqual([]);
      }),
    );
  });

  it("is the same backwards, with added and removed swapped", () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const there = diffOffers(a, b).changes.map((change) => textOf(unplaced(change)));
        const back = diffOffers(b, a).changes.map((change) => textOf(mirrored(change)));
        expect(back.sort()).toEqual(there.sort());
      }),
    );
  });

  it("is found however deep a document is", () => {
    const deep = (levels: number): JsonObject =>
      Array.from({ length: levels }).reduce<JsonObject>((inner) => ({ inner: [inner] }), {});
    const at = (levels: number) => ({ definition: { offer: { deep: deep(levels), own: levels } } });
    expect(diffOffers(at(50_000), at(50_001)).changes).toMatchObject([{ kind: "changed" }]);
  });

  it("counts what it lists", () => {
    fc.assert(
      fc.property(anything, anything, (a, b) => {
        const { summary, changes } = diffOffers(a, b);
        for (const kind of ["added", "removed", "changed"] as const)
          expect(summary[kind]).toBe(changes.filter((change) => change.kind === kind).length);
      }),
    );
  });

  it("is exactly the edits that were made", () => {
    const edits = {
      title: (to: string) => ({ [`${marketplace}title`]: to }),
      summary: (to: string) => ({ [`${marketplace}summary`]: to }),
      privacyURL: (to: string) => ({ [`${marketplace}privacyURL`]: to }),
      skuTitle: (to: string) => ({ [`${application}skuTitle`]: to }),
      skuSummary: (to: string) => ({ [`${application}skuSummary`]: to }),
    };
    type Edit = keyof typeof edits;
    const made = fc.uniqueArray(fc.constantFrom(...(Object.keys(edits) as Edit[])));
    fc.assert(
      fc.property(made, fc.stringMatching(/^[a-z]{3,9}$/), fc.boolean(), (which, to, isMoved) => {
        const fields = (isPlan: boolean) =>
          Object.assign(
            {},
            ...which.filter((one) => one.startsWith("sku") === isPlan).map((one) => edits[one](to)),
          );
        const other = validPlan({ planId: "other" });
        const before = validOffer({ plans: [validPlan(), other] });
        const plans = [validPlan(fields(true)), other];
        const after = validOffer({
          offer: fields(false),
          plans: isMoved ? plans.reverse() : plans,
        });
        const { changes } = diffOffers(before, after);
        expect(changes.map(({ kind }) => kind)).toEqual(which.map(() => "changed"));
        const found = changes.map(({ field }) => field.slice(field.lastIndexOf(".") + 1));
        expect(found.sort()).toEqual([...which].sort());
        expect(changes.every((change) => change.after === to)).toBe(true);
      }),
    );
  });
});
