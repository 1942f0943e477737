import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { certifyPackage } from "../../../../shared/checks/certify-package.ts";
import { factsAsOf } from "../../../../shared/checks/facts/certification-facts.ts";
import { allRules } from "../../../../shared/checks/rules/all-rules.ts";
import type { Finding } from "../../../../shared/findings/finding.ts";
import { sarifOf } from "../../../../shared/findings/sarif/sarif.ts";
import type { SarifOptions } from "../../../../shared/findings/sarif/sarif-options.ts";
import { malwareFindings } from "../../../../shared/malware/malware-findings.ts";
import { notScanned } from "../../../../shared/malware/verdict-of.ts";
import { readPackage } from "../../../../shared/packages/read-package.ts";
import { sarifProblems } from "../../support/sarif-schema.ts";

const data = resolve(import.meta.dirname, "../../../../../shared/data/packages");
const sha256 = "ab".repeat(32);
const finding: Finding = {
  ruleId: "Some-Rule",
  errorId: "Some.Error",
  severity: "error",
  reference: "warning",
  message: "Wrong.",
  fix: "Mend it.",
  file: "nested templates/ä #1.json",
  line: 3,
  column: 7,
  jsonPath: "resources[0]",
  evidence: "abc… (20 characters)",
  fingerprint: "a".repeat(32),
  link: "https://docs.example/rules#some-rule",
  whose: "content",
};

function problemsOf(findings: readonly Finding[], options: Partial<SarifOptions> = {}) {
  return sarifProblems(
    sarifOf(findings, { version: "1.2.3", subject: "package.zip", rules: allRules, ...options }),
  );
}

describe("a log agrees with the public schema of SARIF 2.1.0", () => {
  it.each<[string, Finding[], Partial<SarifOptions>]>([
    ["without findings", [], {}],
    ["with a finding at a place in a file", [finding], {}],
    ["with a place that has an end", [{ ...finding, endLine: 4, endColumn: 1 }], {}],
    ["with a rule that nobody explains", [finding], { rules: [] }],
    ["with a finding about the package as a whole", [notAtAPlace()], {}],
    [
      "with a finding in a field of the offer",
      [{ ...notAtAPlace(), field: "displayText", tab: "Listing", label: "Name" }],
      {},
    ],
    [
      "with a finding that a reviewer let pass",
      [{ ...finding, severity: "information", waived: { reason: "Text.", until: "2031-01-01" } }],
      {},
    ],
    ["with what the submission before had", [finding], { previous: [finding] }],
    [
      "with what is new since then",
      [finding],
      { previous: [{ ...finding, fingerprint: "b".repeat(32) }] },
    ],
    [
      "with a verdict on malware that is none",
      malwareFindings(
        notScanned({ engine: "clamd", signatureVersion: "1", sha256 }, "Gone."),
        sha256,
      ),
      {},
    ],
    [
      "with the files that were looked at, the day, and where the rules are explained",
      [finding],
      {
        artifacts: [{ path: "nested templates/ä #1.json", sha256 }],
        asOf: "2026-11-01",
        informationUri: "https://offers.example/docs/rules",
      },
    ],
  ])("%s", (_, findings, options) => {
    expect(problemsOf(findings, options)).toEqual([]);
  });

  it("and the schema does object to what is wrong", () => {
    const log = sarifOf([{ ...finding, line: 0 }], { version: "1", subject: "package.zip" });
    expect(sarifProblems(log)).not.toEqual([]);
    expect(sarifProblems({ ...log, version: "2.2" })).not.toEqual([]);
  });

  if (!existsSync(data)) {
    it("SKIPPED for real packages: there are none on this machine", () => {
      console.warn(`no real packages in ${data}`);
    });
    return;
  }
  it.each(globSync("*/*.zip", { cwd: data }))("for the real package %s", async (path) => {
    const reading = await readPackage(readFileSync(join(data, path)));
    const files = reading.ok ? reading.package.files : [];
    const findings = reading.ok
      ? certifyPackage(reading.package, factsAsOf(new Date("2026-11-01")))
      : reading.findings;
    const previous = findings.slice(1);
    expect(problemsOf(findings, { artifacts: files, asOf: "2026-11-01", previous })).toEqual([]);
  });
});

function notAtAPlace(): Finding {
  return {
    ruleId: "Some-Rule",
    severity: "error",
    message: "Wrong.",
    fix: "",
    fingerprint: "a".repeat(32),
    whose: "content",
  };
}
