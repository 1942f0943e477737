import { describe, expect, it } from "vitest";
import {
  listPublishers,
  readPublisher,
  writePublisher,
} from "../../../../functions/http/publishers/publishers.ts";
import { listOperations } from "../../../../functions/http/publishing/operations.ts";
import { cancel } from "../../../../functions/http/publishing/acts.ts";
import type { CallerName } from "../../../support/fake/fake-identity.ts";
import { press, published } from "../publishing/pressing.ts";
import { call, testShell } from "../../test-shell.ts";

const list = async (as: CallerName) => {
  const answer = await call(listPublishers(testShell().shell), { as });
  return answer.body.map(({ id }: { id: string }) => id);
};
const write = (shell: ReturnType<typeof testShell>, body: object, publisherId = "contoso") =>
  call(writePublisher(shell.shell), {
    method: "PUT",
    as: "operator",
    params: { publisherId },
    body,
  });

describe("the list of publishers", () => {
  it.each<[CallerName, string[]]>([
    ["contoso-owner", ["contoso"]],
    ["fabrikam-owner", ["fabrikam"]],
    ["nobody", []],
    ["reviewer", ["contoso", "fabrikam"]],
    ["operator", ["contoso", "fabrikam"]],
  ])("of %s is what they act for", async (as, ids) => {
    expect(await list(as)).toEqual(ids);
  });

  it("has the form of the dialect", async () => {
    const { body } = await call(listPublishers(testShell().shell));

    expect(body[0]).toMatchObject({
      id: "contoso",
      version: expect.any(Number),
      definition: { displayText: "contoso", offerTypeCategories: ["azure"], sellerId: "" },
    });
  });
});

describe("a publisher", () => {
  it("is created, and changed without losing what is left out", async () => {
    const shell = testShell();
    const compatibility = { hideCanceledOperations: true };
    await write(shell, { displayText: "Tailwind", sellerId: "7", compatibility }, "tailwind");
    const { body } = await write(shell, { displayText: "Tailwind Traders" }, "tailwind");

    expect(body).toMatchObject({
      id: "tailwind",
      definition: { displayText: "Tailwind Traders", sellerId: "7" },
      compatibility: { hideCanceledOperations: true, terminalStatus: "succeeded" },
    });
  });

  it.each([
    [{}, "displayText"],
    [{ displayText: " " }, "displayText"],
    [
      { displayText: "A", compatibility: { terminalStatus: "done" } },
      "compatibility.terminalStatus",
    ],
  ])("is refused as %j", async (body, target) => {
    const answer = await write(testShell(), body);

    expect(answer.status).toBe(400);
    expect(answer.error.target).toBe(target);
  });

  it("that is not there is said to be missing", async () => {
    const asked = { as: "operator", params: { publisherId: "tailwind" } } as const;

    expect((await call(readPublisher(testShell().shell), asked)).error.code).toBe(
      "PublisherNotFound",
    );
  });
});

describe("what a publisher's clients expect", () => {
  it("is the word for an operation that ended well, and a list without cancelled ones", async () => {
    const { shell } = await published();
    await press(shell, cancel);
    const states = async () => {
      const { body } = await call(listOperations(shell.shell));
      return body.map((operation: { submissionState: string }) => operation.submissionState);
    };
    const before = await shell.ports.progress.read({ publisherId: "contoso", offerId: "app" });
    const operations = before!.value.operations.map((one) => ({
      ...one,
      state: "canceled" as const,
    }));
    await shell.ports.progress.write(before, { ...before!.value, operations });
    expect(await states()).toEqual(["canceled"]);

    await write(shell, { displayText: "C", compatibility: { hideCanceledOperations: true } });
    expect(await states()).toEqual([]);
  });
});
