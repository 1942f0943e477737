import { describe, expect, it } from "vitest";
import { readDiff } from "../../../functions/http/offers/read-diff.ts";
import { readHistory } from "../../../functions/http/offers/read-history.ts";
import { writeOffer } from "../../../functions/http/offers/write-offer.ts";
import { publish } from "../../../functions/http/publishing/publish.ts";
import { readStatus } from "../../../functions/http/publishing/status.ts";
import { validate } from "../../../functions/http/publishing/validate.ts";
import { listProcesses } from "../../../functions/http/processes.ts";
import { sarifProblems } from "../../shared/support/sarif-schema.ts";
import { aDocument, anOffer, call, contoso, move, testShell } from "../test-shell.ts";
import { press } from "./pressing.ts";

describe("the history", () => {
  it("says who did what and when, newest first", async () => {
    const shell = testShell();
    const put = (as: "contoso-owner" | "contoso-contributor") =>
      call(writeOffer(shell.shell), { method: "PUT", body: aDocument(), as });
    await put("contoso-contributor");
    const created = shell.at();
    shell.clock.pass(60_000);
    await put("contoso-owner");
    await press(shell, publish);
    const { body } = await call(readHistory(shell.shell), { query: {} });

    expect(body.entries.map((one: any) => `${one.by.name} ${one.act}`)).toEqual([
      "contoso-owner publish-requested",
      "contoso-owner draft-saved",
      "contoso-contributor draft-saved",
      "contoso-contributor created",
    ]);
    expect(body.entries.at(-1).at).toBe(created);
  });

  it("of an offer that is not there is missing", async () => {
    expect((await call(readHistory(testShell().shell))).error.code).toBe("OfferNotFound");
  });
});

describe("the difference", () => {
  it("between what is live and the draft names every field", async () => {
    const shell = testShell();
    await anOffer(shell, (progress) => ({
      ...progress,
      offer: { ...progress.offer, liveSubmission: 1, submission: 1 },
    }));
    await shell.ports.documents.freeze(contoso, 1, aDocument({ displayText: "Before" }));
    const { body } = await call(readDiff(shell.shell), { query: {} });

    expect(body).toMatchObject({
      from: { slot: "production", version: 1 },
      to: { slot: "draft" },
      summary: { added: 0, removed: 0, changed: 1 },
    });
    expect(body.changes[0]).toMatchObject({
      kind: "changed",
      jsonPath: "$.definition.displayText",
      before: "Before",
      after: "Contoso App",
    });
  });

  it("from nothing is everything", async () => {
    const shell = testShell();
    await anOffer(shell);
    const { body } = await call(readDiff(shell.shell), { query: { from: "Production" } });

    expect(body.summary).toMatchObject({ removed: 0, changed: 0 });
    expect(body.summary.added).toBeGreaterThan(1);
  });

  it.each(["from", "to"])("needs a slot to go %s", async (target) => {
    const shell = testShell();
    const { status, error } = await call(readDiff(shell.shell), { query: { [target]: "moon" } });

    expect(status).toBe(400);
    expect(error.target).toBe(target);
  });
});

describe("the status", () => {
  it("is not sent again while nothing changed", async () => {
    const shell = testShell();
    await anOffer(shell);
    const first = await call(readStatus(shell.shell));
    const etag = first.headers["ETag"]!;
    const ask = () => call(readStatus(shell.shell), { headers: { "if-none-match": `W/${etag}` } });

    expect(await ask()).toMatchObject({ status: 304, body: undefined, headers: { ETag: etag } });
    await move(shell, (progress) => progress);
    expect((await ask()).status).toBe(200);
  });
});

describe("a dry run", () => {
  const run = async (body: unknown = {}, more: object = {}) => {
    const shell = testShell();
    await anOffer(shell);
    return { shell, ...(await call(validate(shell.shell), { body, query: {}, ...more })) };
  };

  it("tells by step what publishing would find, and changes nothing", async () => {
    const { shell, body } = await run();

    expect(body).toMatchObject({ result: "failed", process: "2018-01" });
    expect(body.steps.map(({ step, result }: any) => [step, result])).toEqual([
      ["validate-prerequisites", "failed"],
      ["validate-influenced-revenue", "passed"],
      ["certification", "passed"],
    ]);
    expect(body.steps[0].findings[0]).toMatchObject({
      severity: "error",
      field: expect.any(String),
      fix: expect.any(String),
    });
    expect(shell.started).toEqual([]);
    expect((await shell.ports.progress.read(contoso))?.value.offer.submission).toBe(0);
  });

  it("of a document that is sent along does not store it", async () => {
    const { shell, body } = await run(aDocument({ displayText: "x".repeat(60) }));

    expect(JSON.stringify(body.steps[0].findings)).toContain("displayText");
    expect((await shell.ports.documents.readDraft(contoso))?.value).toEqual(aDocument());
  });

  it.each([
    ["asked for in the query", { query: { format: "sarif" } }],
    ["accepted", { headers: { accept: "application/sarif+json" } }],
  ])("is SARIF when that is %s", async (_, more) => {
    const { body, headers } = await run({}, more);

    expect(headers["Content-Type"]).toBe("application/sarif+json");
    expect(sarifProblems(body)).toEqual([]);
    expect(body).toMatchObject({
      version: "2.1.0",
      runs: [{ tool: { driver: { name: "Offerpress" } } }],
    });
    expect(body.runs[0].results.length).toBeGreaterThan(5);
  });

  it("refuses a document of another offer and a process that is none", async () => {
    expect((await run({ ...aDocument(), id: "other" })).error.code).toBe("InvalidOfferDocument");
    const offer = { "offerpress.publishingProcess": "2099" };
    expect((await run(aDocument({ offer }))).error.code).toBe("OfferNotPublishable");
  });
});

it("the process tables show what rows really took lately", async () => {
  const shell = testShell();
  await anOffer(shell);
  const { body } = await call(listProcesses(shell.shell), { query: {} });
  expect(body.processes[0].rows[0]).not.toHaveProperty("observed");

  const at = shell.at();
  const step = { step: "packaging", status: "complete", progress: 100, startedAt: at } as const;
  const lists = { waits: [], messages: [], findings: [], findingCount: 0 };
  shell.clock.pass(120_000);
  await move(shell, (progress) => ({
    ...progress,
    offer: { ...progress.offer, status: "running", submission: 1 },
    steps: [{ ...step, ...lists, endedAt: shell.at() }],
  }));
  await move(shell, (progress) => ({
    ...progress,
    offer: { ...progress.offer, status: "succeeded" },
  }));
  const after = await call(listProcesses(shell.shell), { query: {} });
  const rows = after.body.processes.find(({ id }: any) => id === "2018-01").rows;
  expect(rows.find((row: any) => row.step === "packaging").observed).toEqual({
    count: 1,
    p50Minutes: 2,
    p90Minutes: 2,
  });
});
