import { describe, expect, it } from "vitest";
import { checkManualEntries } from "../../../../shared/offers/audience/manual-entries.ts";

const entry = (number: number, more: object = {}) => ({
  type: "subscriptionId",
  id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  description: "North",
  ...more,
});
const entries = (count: number) => Array.from({ length: count }, (_, at) => entry(at));

describe("a typed private audience", () => {
  it.each<[string, unknown]>([
    ["one subscription", entries(1)],
    ["ten subscriptions", entries(10)],
    ["a subscription without type", [entry(1, { type: undefined })]],
    ["a type in other letters", [entry(1, { type: "SubscriptionId" })]],
  ])("may hold %s", (_case, value) => {
    expect(checkManualEntries(value)).toEqual([]);
  });

  it.each<[string, unknown, (string | number)[]]>([
    ["no list", {}, []],
    ["eleven entries", entries(11), []],
    ["a tenant", [entry(1), entry(2, { type: "tenantId" })], [1, "type"]],
    ["an id that is none", [entry(1, { id: "me" })], [0, "id"]],
    ["an entry that is no object", ["me"], [0, "id"]],
    ["a subscription twice", [entry(1), entry(1)], [1, "id"]],
  ])("may not hold %s", (_case, value, path) => {
    expect(checkManualEntries(value).map((problem) => problem.path)).toEqual([path]);
  });
});
