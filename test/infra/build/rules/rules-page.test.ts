import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { rulesPage } from "../../../../infra/build/rules/rules-page.ts";

it("the page of the rules is what the rules say now (npm run rules)", async () => {
  const page = new URL("../../../../docs/rules.md", import.meta.url);
  expect(await rulesPage()).toBe(await readFile(page, "utf8"));
});
