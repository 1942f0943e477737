import { expect, test } from "vitest";
import { listedVersions } from "../../../infra/build/resource-types/listed-versions.ts";
import { refreshLists } from "../../../infra/build/resource-types/refresh-lists.ts";
import { ResourceTypes } from "../../../shared/checks/facts/resource-types.ts";

const index = {
  resources: {
    "Contoso.Ledger/books@2024-01-01": { $ref: "ledger/types.json#/1" },
    "Contoso.Ledger/books@2025-01-01-preview": { $ref: "ledger/types.json#/2" },
    "Contoso.Ledger/books@2025-01-01": { $ref: "ledger/types.json#/3" },
    "contoso.ledger/Books@2023-01-01": { $ref: "ledger/types.json#/4" },
  },
  resourceFunctions: {},
};
const provider = {
  namespace: "Contoso.Ledger",
  registrationState: "NotRegistered",
  resourceTypes: [{ resourceType: "books/pages", apiVersions: ["2024-01-01"], locations: [] }],
};
const old = {
  asOf: "2024-06-01",
  sources: { "an older source": "2019-12", "bicep-types-az": "2024-06-01" },
  types: {
    "Contoso.Ledger/books": "2024-01-01 2022-01-01",
    "Contoso.Ledger/shelves": "2021-01-01",
  },
  retired: { "Contoso.Ledger/books": "2023-01-01 2019-01-01" },
};
const made = { asOf: "2025-02-01", from: "bicep-types-az" };

test("versions of a type are listed newest first, whatever its letter case, stable ones first", () => {
  expect(refreshLists(old, listedVersions(index), made).types).toEqual({
    "Contoso.Ledger/books": "2025-01-01 2025-01-01-preview 2024-01-01 2023-01-01",
  });
});

test("versions that dropped out are kept as retired, and one that is back is not", () => {
  expect(refreshLists(old, listedVersions(index), made).retired).toEqual({
    "Contoso.Ledger/books": "2022-01-01 2019-01-01",
    "Contoso.Ledger/shelves": "2021-01-01",
  });
});

test("a second refresh from the same source changes nothing", () => {
  const once = refreshLists(old, listedVersions(index), made);
  const twice = refreshLists(once, listedVersions(index), made);
  expect(twice).toEqual(once);
});

test("the lists say when and from what they were made, and rules can read them", () => {
  const lists = refreshLists(old, listedVersions(index), made);
  expect(lists.sources).toEqual({ "an older source": "2019-12", "bicep-types-az": "2025-02-01" });
  const types = new ResourceTypes(lists);
  expect(types.asOf).toBe("2025-02-01");
  expect(types.retired("contoso.ledger/BOOKS")).toEqual(["2022-01-01", "2019-01-01"]);
});

test.each([
  ["the command line prints", [provider]],
  ["the service answers", { value: [provider] }],
])("a listing of providers is read as %s it", (_, listing) => {
  expect([...listedVersions(listing)]).toEqual([["Contoso.Ledger/books/pages", ["2024-01-01"]]]);
});

test.each<[string, unknown, string]>([
  ["one page of several", { value: [provider], nextLink: "https://x" }, "one page of several"],
  ["something else", { error: { code: "Unauthorized" } }, "neither"],
  ["an empty listing", [], "no resource type"],
  ["an index of other keys", { resources: { books: {} } }, 'names "books"'],
])("%s is refused, so that the lists are not emptied", (_, source, message) => {
  expect(() => listedVersions(source)).toThrow(message);
});
