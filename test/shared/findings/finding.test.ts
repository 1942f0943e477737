import { expect, test } from "vitest";
import { isBlocking } from "../../../shared/findings/blocking.ts";
import { Finding } from "../../../shared/findings/finding.ts";

const finding = { ruleId: "r", severity: "error", message: "m", fix: "f", whose: "content" };

test("a finding needs a rule, a severity, a message, a fix and somebody to act", () => {
  expect(Finding.parse(finding)).toEqual(finding);
  expect(Finding.safeParse({ ...finding, whose: undefined }).success).toBe(false);
});

test("lines and columns count from one", () => {
  expect(Finding.safeParse({ ...finding, line: 0 }).success).toBe(false);
});

test("only errors stop a step", () => {
  const blocking = ["error", "warning", "information"].filter((severity) =>
    isBlocking(Finding.parse({ ...finding, severity })),
  );
  expect(blocking).toEqual(["error"]);
});
