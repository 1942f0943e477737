import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
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
  endLine: 5,
  endColumn: 2,
  jsonPath: "resources[0]",
  fingerprint: "a".repeat(32),
  whose: "content",
};
const subject = "package.zip";
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
    subject,
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
          region: { startLine: 3, startColumn: 7, endLine: 5, endColumn: 2 },
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
  const log: Log = sarifOf([noVerdict, finding], { version: "1", subject });
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
  const log: Log = sarifOf([finding, added], { version: "1", subject, previous: [finding, other] });
  const [run] = log.runs;
  expect(run?.results?.map(({ ruleId, baselineState }) => [ruleId, baselineState])).toEqual([
    ["Some-Rule", "unchanged"],
    ["Some-Rule", "new"],
    ["Gone-Rule", "absent"],
  ]);
  expect(sarifOf([finding], { version: "1", subject }).runs[0]?.results[0]).not.toHaveProperty(
    "baselineState",
  );
});

describe("a result has a place in a file, without which GitHub refuses the log:", () => {
  const whole: Finding = {
    ruleId: "package-layout-is-correct",
    severity: "error",
    message: "The root of the package has no mainTemplate.json.",
    fix: "Add it.",
    fingerprint: "d".repeat(32),
    whose: "content",
  };
  const locationsOf = (one: Finding, previous: readonly Finding[] = []) => {
    const log: Log = sarifOf([one], { version: "1", subject: "my packages/a.zip", previous });
    return log.runs[0]?.results?.map(({ locations }) => locations);
  };
  const atSubject = { physicalLocation: { artifactLocation: { uri: "my%20packages/a.zip" } } };

  it("what was certified, when the finding is about all of it", () => {
    expect(locationsOf(whole)).toEqual([[atSubject]]);
  });

  it("what was certified, with the name of the field, when it is about the offer", () => {
    const logicalLocations = [{ fullyQualifiedName: "displayText", kind: "property" }];
    expect(locationsOf({ ...whole, field: "displayText" })).toEqual([
      [{ ...atSubject, logicalLocations }],
    ]);
  });

  it("also when it is there no more", () => {
    expect(locationsOf(finding, [whole])?.at(1)).toEqual([atSubject]);
  });

  it("the file without a region, when no line is known", () => {
    const artifactLocation = { uri: "a.json" };
    expect(locationsOf({ ...whole, file: "a.json" })).toEqual([
      [{ physicalLocation: { artifactLocation } }],
    ]);
  });

  it("from a line and column on, when only the start is known", () => {
    const artifactLocation = { uri: "a.json" };
    const region = { startLine: 2, startColumn: 1 };
    expect(locationsOf({ ...whole, file: "a.json", line: 2 })).toEqual([
      [{ physicalLocation: { artifactLocation, region } }],
    ]);
  });
});
