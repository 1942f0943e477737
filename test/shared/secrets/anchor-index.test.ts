import fc from "fast-check";
import { expect, test } from "vitest";
import { AnchorIndex } from "../../../shared/secrets/anchors/anchor-index.ts";
import { stretchesAround } from "../../../shared/secrets/anchors/stretches.ts";

/** Few letters, so that words overlap, end and start one another. */
const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "_"), minLength: 1, maxLength: 5 });
const text = fc.string({
  unit: fc.constantFrom("a", "b", "c", "_", "A", "B", "C", "ä"),
  maxLength: 60,
});

function endsOf(anchors: readonly string[], text: string): number[] {
  const lower = text.toLowerCase();
  return Array.from({ length: lower.length }, (_, at) => at + 1).filter((end) =>
    anchors.some((anchor) => lower.slice(0, end).endsWith(anchor)),
  );
}

test("every word of every search is found where it ends, whatever its case", () => {
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), text, (all, text) => {
      const searches = all.map((anchors) => ({ anchors }));
      const places = new AnchorIndex(searches).places(text);
      for (const search of searches) {
        expect(places.get(search) ?? []).toEqual(endsOf(search.anchors, text));
      }
    }),
  );
});

test("what stands around places that are near each other is looked at once", () => {
  expect(stretchesAround([2000, 2100, 50_000], 50_100, [1024, 1000])).toEqual([
    { start: 976, end: 3100 },
    { start: 48_976, end: 50_100 },
  ]);
  expect(stretchesAround([], 100)).toEqual([]);
});
