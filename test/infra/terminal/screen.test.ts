import { expect, it } from "vitest";
import type { OfferStatus } from "../../../infra/local/release/publisher-client.ts";
import { Screen } from "../../../infra/local/terminal/screen.ts";

const step = (status: string, progressPercentage: number) => ({
  id: "displaycertify",
  stepName: "Certification",
  status,
  progressPercentage,
  estimatedTimeFrame: "< 1 day",
  messages: [],
  findings: [
    {
      ruleId: "Handler-Must-Be-Correct",
      severity: "error",
      message: "The handler is wrong.",
      fix: "Use Microsoft.Azure.CreateUIDef.",
      file: "createUiDefinition.json",
      line: 3,
      column: 14,
    },
  ],
});
const running: OfferStatus = { status: "running", steps: [step("inProgress", 10)] };
const rejected: OfferStatus = { status: "failed", steps: [step("rejected", 10)] };

function screenOn(isTTY: boolean, environment: Record<string, string> = {}, columns = 200) {
  const written: string[] = [];
  const screen = new Screen(
    { isTTY, columns, write: (text: string) => written.push(text) },
    environment,
  );
  return { screen, text: () => written.join("") };
}

it("writes a plain line per change when it is not a terminal", () => {
  const { screen, text } = screenOn(false);
  screen.show(running, 0);
  screen.show(running, 500);
  screen.show(rejected, 1500);
  const steps = text()
    .split("\n")
    .filter((line) => line.includes("Certification"));
  expect(steps).toHaveLength(2);
  expect(steps[1]).toMatch(/✗ Certification .*1\.5 s/);
  expect(text()).not.toContain("\u001b");
});

it("shows where a finding is, and the way out", () => {
  const { screen, text } = screenOn(false);
  screen.show(rejected, 0);
  expect(text()).toContain("error Handler-Must-Be-Correct  createUiDefinition.json:3:14");
  expect(text()).toContain("fix: Use Microsoft.Azure.CreateUIDef.");
});

it("redraws in place on a terminal", () => {
  const { screen, text } = screenOn(true);
  screen.show(running, 0);
  screen.show(rejected, 100);
  expect(text()).toContain("\u001b[4A");
});

it("keeps the step list below the lines that come meanwhile, until it is settled", () => {
  const { screen, text } = screenOn(true, { NO_COLOR: "1" });
  screen.show(running, 0);
  screen.line("meanwhile");
  expect(text()).toMatch(/meanwhile\n.*Certification/s);
  screen.settle();
  screen.line("afterwards");
  expect(text()).toMatch(/afterwards\n$/);
});

it("counts the rows that a long line takes on a narrow terminal", () => {
  const { screen, text } = screenOn(true, {}, 40);
  screen.show(running, 0);
  screen.show(rejected, 100);
  expect(text()).toContain("\u001b[7A");
});

it("keeps colours away when NO_COLOR is set", () => {
  const { screen, text } = screenOn(true, { NO_COLOR: "1" });
  screen.show(rejected, 0);
  expect(text()).not.toContain("\u001b[31m");
});
