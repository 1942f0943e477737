import { describe, expect, it } from "vitest";
import {
  listOperations,
  readOperation,
  readOperationByReference,
} from "../../../../functions/http/publishing/operations.ts";
import { anOffer, call, testShell, type TestShell } from "../../test-shell.ts";
import { twoSubmissions } from "./two-submissions.ts";

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
