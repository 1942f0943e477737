import { describe, expect, it } from "vitest";
import { findOverlaps } from "../../../../infra/local/functions-host/http/routing/overlaps.ts";
import { makeRoute } from "../../../../infra/local/functions-host/http/routing/router.ts";

function overlap(a: string, b: string, methods: [string[], string[]] = [["GET"], ["GET"]]) {
  const routes = [a, b].map((route, index) =>
    makeRoute({ functionName: `f${index}`, prefix: "api", route, methods: methods[index]! }),
  );
  return findOverlaps(routes).length > 0;
}

describe("two routes overlap", () => {
  it.each([
    ["o/{id}", "o/new"],
    ["o/{id}", "O/{name}"],
    ["o/{id:int}", "o/{id}"],
    ["o/{id:int}", "o/7"],
    ["{*any}", "o/one"],
    ["o/{id?}", "o"],
    ["o/{id=1}", "o"],
    ["o/{*rest}", "o"],
    ["o/{name}.{ext}", "o/logo.png"],
    ["o/{a}-{b}", "o/{c}"],
    ["a/{b}/c", "{a}/b/c"],
    ["o/{flag:bool}", "o/{name:alpha}"],
  ])("%s and %s", (a, b) => {
    expect(overlap(a, b)).toBe(true);
  });
});

describe("two routes do not overlap", () => {
  it.each([
    ["o/one", "o/two"],
    ["o/{id}", "o"],
    ["o/{id:int}", "o/new"],
    ["o/{id:int}", "o/{id:guid}"],
    ["o/{id:int}", "o/{name:alpha:length(3,5)}"],
    ["o/{name}.{ext}", "o/logo"],
    ["x/{a}", "y/{a}"],
    ["o/start{a}", "o/end{a}"],
    ["o/{a}/b", "o/{a}/c"],
  ])("%s and %s", (a, b) => {
    expect(overlap(a, b)).toBe(false);
  });

  it("when their methods differ", () => {
    expect(overlap("o/{id}", "o/{id}", [["GET"], ["POST"]])).toBe(false);
  });
});
