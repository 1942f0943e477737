import { expect, it } from "vitest";
import { runStart } from "./run-start.ts";

const titles = {
  "2018-01": [
    "Validate prerequisites",
    "Validate influenced revenue settings",
    "Certification",
    "Test Drive validation",
    "Packaging and lead generation registration",
    "Publisher sign-off",
    "Microsoft review",
    "Live",
  ],
  "2018-12": [
    "Validate prerequisites",
    "Certification",
    "Packaging",
    "Publisher sign-off",
    "Packaging",
    "Live",
  ],
} as const;

it.each(["2018-01", "2018-12"] as const)(
  "publishes the sample through every row of %s to Live",
  async (process) => {
    const run = runStart("--exit", "--in-memory", "--process", process);
    const code = await run.ended;
    const passed = run
      .output()
      .split("\n")
      .filter((line) => line.startsWith("  ✓"))
      .map((line) => line.slice(4, 48).trim());
    expect(passed, run.output()).toEqual(titles[process]);
    expect(run.output()).toContain("is live");
    expect(code).toBe(0);
  },
  60_000,
);
