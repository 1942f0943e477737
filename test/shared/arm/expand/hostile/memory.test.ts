import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { allHostile } from "./all-hostile.ts";
import type { Cost } from "./expand-hostile.ts";

it("hostile templates cost little memory and time, in a process of their own", () => {
  const script = join(import.meta.dirname, "expand-hostile.ts");
  const written = execFileSync(process.execPath, ["--expose-gc", "--no-warnings", script], {
    encoding: "utf8",
  });
  const costs = written
    .trim()
    .split("\n")
    .map((line): Cost => JSON.parse(line));
  expect(costs).toHaveLength(allHostile.length);
  for (const { what, milliseconds, grown } of costs) {
    expect(milliseconds, what).toBeLessThan(5000);
    expect(grown, what).toBeLessThan(200 * 1024 * 1024);
  }
});
