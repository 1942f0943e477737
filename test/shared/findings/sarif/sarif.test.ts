import type { Log } from "sarif";
import { expect, it } from "vitest";
import type { Finding } from "../../../../shared/findings/finding.ts";
import { sarifOf } from "../../../../shared/findings/sarif/sarif.ts";

const finding: Finding = {
  ruleId: "Some-Rule",
  errorId: "Some.Error",
  severity: "error",
  reference: "error",
  message: "Wrong.",
  fix: "Mend it.",
  file: "nested templates/a.json",
  line: 3,
  column: 7,
  jsonPath: "resources[0]",
  fingerprint: "a".repeat(32),
  whose: "content",
};
const rule = {
  id: "Other-Rule",
  title: "Something holds",
  why: "Because.",
  fix: "Make it hold.",
  severity: "warning" as const,
};

it("a log has the types of SARIF 2.1.0, and says where, by which rule, and what it was", () => {
  const log: Log = sarifOf([finding], {
    version: "1.2.3",
    rules: [rule],
    artifacts: [{ path: "nested templates/a.json", sha256: "b".repeat(64) }],
    asOf: "2026-11-01",
  });
  const [run] = log.runs;
  expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(["Other-Rule", "Some-Rule"]);
  expect(run?.results?.[0]).toMatchObject({
    ruleId: "Some-Rule",
    ruleIndex: 1,
    level: "error",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "nested%20templates/a.json" },
          region: { startLine: 3, startColumn: 7 },
        },
        logicalLocations: [{ fullyQualifiedName: "resources[0]" }],
      },
    ],
    partialFingerprints: { "offerpress/v1": "a".repeat(32) },
    properties: { reference: "error", errorId: "Some.Error", whose: "content" },
  });
});

it("a scanner that could not run fails the run", () => {
  const noVerdict: Finding = {
    ruleId: "malware-scan-has-run",
    severity: "error",
    message: "The scanner does not answer.",
    fix: "Submit again.",
    whose: "scanner",
  };
  const log: Log = sarifOf([noVerdict, finding], { version: "1" });
  expect(log.runs[0]?.invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        { level: "error", message: { text: "The scanner does not answer." } },
      ],
    },
  ]);
});

it("results are compared with those before, and those that are gone are listed", () => {
  const other = { ...finding, ruleId: "Gone-Rule", fingerprint: "b".repeat(32) };
  const added = { ...finding, fingerprint: "c".repeat(32) };
  const log: Log = sarifOf([finding, added], { version: "1", previous: [finding, other] });
  const [run] = log.runs;
  expect(run?.results?.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([
    ["Some-Rule", "unchanged"],
    ["Some-Rule", "new"],
    ["Gone-Rule", "absent"],
  ]);
  expect(sarifOf([finding], { version: "1" }).runs[0]?.results[0]).not.toHaveProperty(
    "baselineState",
  );
});
