import { expect, it } from "vitest";
import { runChaos } from "../../infra/local/chaos/run-chaos.ts";

it("five kills under load lose nothing and spoil nothing", { timeout: 120_000 }, async () => {
  const lines: string[] = [];
  const result = await runChaos({ kills: 5, seed: 7, say: (line) => lines.push(line) });
  expect(result.lost).toEqual([]);
  expect(result.wrong).toEqual([]);
  expect(result.accepted).toBeGreaterThan(20);
  expect(lines.filter((line) => line.startsWith("kill "))).toHaveLength(5);
});
