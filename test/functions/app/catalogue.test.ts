import { describe, expect, it } from "vitest";
import { contracts } from "../../../functions/activities/contracts.ts";
import { functionNames, functionsOf } from "../../../functions/app.ts";
import { type Route, routes } from "../../../functions/http/routes.ts";
import { testShell } from "../test-shell.ts";
import { overlaps } from "./overlaps.ts";

describe("the catalogue of functions", () => {
  it("has no name twice, also when case does not count", () => {
    const names = functionNames.map((name) => name.toLowerCase());

    expect(names).toEqual([...new Set(names)]);
  });

  it("has an activity for every contract", () => {
    const { activities } = functionsOf(testShell().shell);
    const bound = activities.map(({ contract }) => contract.name);

    expect(bound.toSorted()).toEqual(contracts.map(({ name }) => name).toSorted());
  });

  it("has no two routes that could answer one request", () => {
    const pairs = routes.flatMap((one, place) =>
      routes.slice(place + 1).map((other) => [one, other] as const),
    );
    const both = pairs.filter(([one, other]) => overlaps(one, other));

    expect(both.map(([one, other]) => `${one.name} and ${other.name}`)).toEqual([]);
  });
});

describe("two routes", () => {
  const route = (method: Route["method"], path: string) => ({ method, route: path });

  it.each([
    ["a/{b}", "a/c"],
    ["{a}/b", "c/{d}"],
    ["A/b", "a/B"],
  ])("%s and %s overlap", (one, other) => {
    expect(overlaps(route("GET", one), route("GET", other))).toBe(true);
    expect(overlaps(route("GET", one), route("PUT", other))).toBe(false);
  });

  it.each([
    ["a/{b}", "a"],
    ["a/b", "a/c"],
    ["a/{b}/c", "a/{b}/d"],
  ])("%s and %s do not", (one, other) => {
    expect(overlaps(route("GET", one), route("GET", other))).toBe(false);
  });
});
