import { describe, expect, it } from "vitest";
import { validate } from "../../../../functions/http/findings/validate.ts";
import { sarifProblems } from "../../../shared/support/sarif-schema.ts";
import { aDocument, anOffer, call, contoso, testShell } from "../../test-shell.ts";

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
    const places = body.runs[0].results.map(({ locations }: any) => locations[0].physicalLocation);
    expect(places[0]).toEqual({ artifactLocation: { uri: "publishers/contoso/offers/app" } });
    expect(places).not.toContain(undefined);
  });

  it("refuses a document of another offer and a process that is none", async () => {
    expect((await run({ ...aDocument(), id: "other" })).error.code).toBe("InvalidOfferDocument");
    const offer = { "offerpress.publishingProcess": "2099" };
    expect((await run(aDocument({ offer }))).error.code).toBe("OfferNotPublishable");
  });
});
