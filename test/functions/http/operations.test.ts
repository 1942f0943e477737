import { describe, expect, it } from "vitest";
import { goLive } from "../../../functions/http/publishing/acts.ts";
import {
  listOperations,
  readOperation,
  readOperationByReference,
} from "../../../functions/http/publishing/operations.ts";
import { publish } from "../../../functions/http/publishing/publish.ts";
import { readReport } from "../../../functions/http/publishing/read-report.ts";
import { enterSignOff } from "../../../shared/publishing/progress/sign-off.ts";
import { beginStep, passStep } from "../../../shared/publishing/progress/steps.ts";
import { cancelSubmission } from "../../../shared/publishing/progress/submissions.ts";
import { calendarOf } from "../../../shared/publishing/calendar/holiday-calendar.ts";
import { sarifProblems } from "../../shared/support/sarif-schema.ts";
import { anOffer, call, move, testShell, type TestShell } from "../test-shell.ts";

const post = (shell: TestShell, act: typeof publish) =>
  call(act(shell.shell), { method: "POST", body: "" });

const aReport = {
  submissionId: "contoso.app.1",
  step: "certification",
  at: "2030-01-07T09:00:00.000Z",
  findings: [],
};

/** A first submission cancelled in its certification, a second that is going live. */
async function twoSubmissions() {
  const shell = testShell();
  await anOffer(shell);
  const first = (await post(shell, publish)).body.id as string;
  const calendar = calendarOf("US");
  await shell.ports.packages.writeReport("reports/1", aReport);
  await move(shell, (progress) => {
    const begun = beginStep(progress, "certification", calendar, shell.at());
    const result = { findings: [], report: "reports/1" };
    return cancelSubmission(passStep(begun, "certification", result, shell.at()), shell.at());
  });
  shell.clock.pass(60_000);
  const second = (await post(shell, publish)).body.id as string;
  await move(shell, (progress) => enterSignOff(progress, shell.at()));
  shell.clock.pass(60_000);
  const third = (await post(shell, goLive)).body.id as string;
  return { shell, first, second, third };
}

describe("the list of operations", () => {
  const list = async (shell: TestShell, query: Record<string, string> = {}) => {
    const all = { "api-version": "2017-10-31", ...query };
    return (await call(listOperations(shell.shell), { query: all })).body;
  };

  it("is newest first", async () => {
    const { shell, first, second, third } = await twoSubmissions();
    const operations = await list(shell);

    expect(operations.map((one: any) => [one.id, one.submissionState, one.slot])).toEqual([
      [third, "running", "production"],
      [second, "succeeded", "staging"],
      [first, "canceled", "staging"],
    ]);
  });

  it.each(["submissionState", "status"])("is filtered by %s", async (name) => {
    const { shell, third } = await twoSubmissions();

    expect((await list(shell, { [name]: "Running" })).map((one: any) => one.id)).toEqual([third]);
  });

  it("is empty before the first publish", async () => {
    const shell = testShell();
    await anOffer(shell);

    expect(await list(shell)).toEqual([]);
  });
});

describe("an operation", () => {
  const read = (shell: TestShell, operationId: string) =>
    call(readOperation(shell.shell), { params: { operationId } });

  it("of the newest submission shows its steps", async () => {
    const { shell, third } = await twoSubmissions();
    const { body } = await read(shell, third);

    expect(body).toMatchObject({ id: third, cancellationRequestState: "canCancel" });
    expect(body.steps).toHaveLength(7);
  });

  it("of an older submission shows how that ended", async () => {
    const { shell, first } = await twoSubmissions();
    const { body } = await read(shell, first);
    const certification = body.steps.find((step: any) => step.step === "certification");

    expect(body).toMatchObject({
      submissionState: "canceled",
      publishingVersion: 1,
      cancellationRequestState: "cannotCancel",
    });
    expect(certification.status).toBe("complete");
    expect(JSON.stringify(body.messages)).toContain("cancelled");
  });

  it("that is unknown is a 404", async () => {
    const { shell } = await twoSubmissions();
    const answer = await read(shell, "<script>");

    expect(answer.status).toBe(404);
    expect(answer.error.code).toBe("OperationNotFound");
    expect(answer.error.message).not.toContain("<script>");
  });

  it.each([
    ["contoso$app$2$preview", "second"],
    ["contoso$app$2$staging", "second"],
    ["contoso$app$2$Production", "third"],
    ["contoso$app$1$preview", "first"],
  ] as const)("is found as %s", async (reference, which) => {
    const operations = await twoSubmissions();
    const handler = readOperationByReference(operations.shell.shell);

    expect((await call(handler, { params: { reference } })).body.id).toBe(operations[which]);
  });

  it.each(["contoso", "contoso$app$x$preview", "contoso$app$1$else", "contoso$app$1$preview$x"])(
    "addressed as %s is refused with the form it must have",
    async (reference) => {
      const answer = await call(readOperationByReference(testShell().shell), {
        params: { reference },
      });

      expect(answer.status).toBe(400);
      expect(answer.error.message).toContain("contoso$contoso-offer$2$preview");
    },
  );

  it.each(["contoso$app$9$preview", "contoso$other$1$preview"])(
    "addressed as %s is not found",
    async (reference) => {
      const { shell } = await twoSubmissions();
      const answer = await call(readOperationByReference(shell.shell), { params: { reference } });

      expect(answer.status).toBe(404);
    },
  );
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
