import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryLevels } from "../../../../shared/offers/listing/categories.ts";
import { checkCategoryMap } from "../../../../shared/offers/listing/category-map.ts";

const firewalls = { categoryL1: "networking", "categoryL2-networking": ["firewalls"] };

describe("the check of a category map", () => {
  it("finds nothing wrong with every category and all its subcategories", () => {
    for (const [category, below] of categoryLevels)
      expect(
        checkCategoryMap([{ categoryL1: category, [`categoryL2-${category}`]: below }]),
      ).toEqual([]);
  });

  it("takes a category without subcategories", () => {
    expect(checkCategoryMap([{ categoryL1: "devops" }])).toEqual([]);
  });

  it.each<[string, unknown, [(string | number)[], string]]>([
    ["no list", {}, [[], "Write a list of objects"]],
    ["an empty list", [], [[], "Choose one to five"]],
    ["six categories", Array(6).fill(firewalls), [[], "Choose one to five"]],
    ["no object", ["networking"], [[0, "categoryL1"], "Use one of: "]],
    ["a misspelt category", [{ categoryL1: "netwroking" }], [[0, "categoryL1"], '"networking"?']],
    ["another case", [{ categoryL1: "Networking" }], [[0, "categoryL1"], '"networking"?']],
    [
      "another offer type's name",
      [{ categoryL1: "analytics" }],
      [[0, "categoryL1"], '"analytics-azure-apps"?'],
    ],
    ["one that is nothing", [{ categoryL1: "gardening" }], [[0, "categoryL1"], "Use one of: "]],
    ["the same twice", [firewalls, firewalls], [[1, "categoryL1"], "Keep one"]],
    [
      "a misspelt subcategory",
      [{ categoryL1: "networking", "categoryL2-networking": ["firewall"] }],
      [[0, "categoryL2-networking", 0], '"firewalls"?'],
    ],
    [
      "a subcategory twice",
      [{ categoryL1: "networking", "categoryL2-networking": ["firewalls", "firewalls"] }],
      [[0, "categoryL2-networking", 1], "Keep one"],
    ],
    [
      "subcategories of another",
      [{ categoryL1: "networking", "categoryL2-web": ["other"] }],
      [[0, "categoryL2-web"], '"categoryL2-networking"'],
    ],
    [
      "subcategories as text",
      [{ categoryL1: "networking", "categoryL2-networking": "firewalls" }],
      [[0, "categoryL2-networking"], "list of text"],
    ],
  ])("finds %s", (_case, value, [path, fix]) => {
    const problems = checkCategoryMap(value);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.fix).toContain(fix);
  });

  it("never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const { message, fix } of checkCategoryMap(value)) expect(message + fix).not.toBe("");
      }),
    );
  });
});
