import { expect, it, test } from "vitest";
import { asOf, expanded, sourceOf } from "../expanded.ts";
import { expandTemplate } from "../../../../../shared/arm/expand/expand-template.ts";

import { allHostile } from "./all-hostile.ts";
import { copied, site } from "./hostile-templates.ts";

it.each(allHostile)("%s cost little", (_, template) => {
  const source = sourceOf({ resources: [], ...template });
  global.gc?.();
  const start = performance.now();
  const expansion = expandTemplate(source, { asOf });
  expect(performance.now() - start).toBeLessThan(5000);
  expect(expansion.scopes.flatMap(({ resources }) => resources).length).toBeLessThanOrEqual(25_000);
  expect(JSON.stringify(expansion).length).toBeLessThan(40_000_000);
});

test("more than 800 resources are reported, and the first 800 are shown", () => {
  const resources = [0, 1].map((at) =>
    site({ name: `[concat('s${at}-', copyIndex())]`, copy: { name: `c${at}`, count: 500 } }),
  );
  const { codes, names } = expanded({ resources });
  expect(codes).toEqual(["resource-limit"]);
  expect(names.length).toBe(800);
});

test("a template that costs too much keeps what was found before", () => {
  const resources = [site({}), site({ name: "t", properties: copied(copied(1)) })];
  const { codes, names } = expanded({ resources });
  expect(codes).toEqual(["too-much-work"]);
  expect(names).toEqual(["s"]);
});
