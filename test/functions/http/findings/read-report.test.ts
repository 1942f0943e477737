import { describe, expect, it } from "vitest";
import { readReport } from "../../../../functions/http/findings/read-report.ts";
import { sarifProblems } from "../../../shared/support/sarif-schema.ts";
import { call, move, type TestShell } from "../../test-shell.ts";
import { aReport, twoSubmissions } from "../publishing/two-submissions.ts";

describe("a report", () => {
  const report = (shell: TestShell, number: string, step: string) =>
    call(readReport(shell.shell), { params: { number, step }, query: {} });

  it("is read, also of an older submission", async () => {
    const { shell } = await twoSubmissions();

    expect((await report(shell, "1", "certification")).body).toEqual(aReport);
  });

  it.each([
    ["1", "live", "ReportNotFound"],
    ["1", "../x", "ReportNotFound"],
    ["2", "certification", "ReportNotFound"],
    ["3", "certification", "SubmissionNotFound"],
  ])("of submission %s, step %s, is a 404", async (number, step, code) => {
    const { shell } = await twoSubmissions();
    const answer = await report(shell, number, step);

    expect(answer.status).toBe(404);
    expect(answer.error.code).toBe(code);
  });
});

describe("a report as SARIF", () => {
  const finding = (fingerprint: string, more: object = {}) => ({
    ruleId: "Some-Rule",
    severity: "error",
    message: "Wrong.",
    fix: "Mend it.",
    fingerprint: fingerprint.repeat(32),
    whose: "content",
    ...more,
  });

  it("says what the submission before had, and what was waived", async () => {
    const { shell } = await twoSubmissions();
    const { packages } = shell.ports;
    const waived = { reason: "It is text.", until: "2031-01-01" };
    const now = [finding("a"), finding("b", { severity: "information", waived })];
    await packages.writeReport("reports/2", { ...aReport, findings: now });
    await packages.writeReport("contoso/app/1/certification.json", {
      ...aReport,
      findings: [finding("a")],
    });
    await move(shell, (progress) => ({
      ...progress,
      steps: progress.steps.map((step) =>
        step.step === "certification" ? { ...step, report: "reports/2" } : step,
      ),
    }));
    const { body, headers } = await call(readReport(shell.shell), {
      params: { number: "2", step: "certification" },
      query: { format: "sarif" },
    });

    expect(headers["Content-Type"]).toBe("application/sarif+json");
    expect(sarifProblems(body)).toEqual([]);
    expect(body.runs[0].results).toMatchObject([
      { baselineState: "unchanged", level: "error" },
      {
        baselineState: "new",
        level: "note",
        suppressions: [{ kind: "external", status: "accepted", justification: "It is text." }],
      },
    ]);
  });
});
