import { describe, expect, it } from "vitest";
import { publish } from "../../../../functions/http/publishing/publish.ts";
import { readStatus } from "../../../../functions/http/publishing/status.ts";
import { calendarOf } from "../../../../shared/publishing/calendar/holiday-calendar.ts";
import { beginStep, rejectStep } from "../../../../shared/publishing/progress/steps.ts";
import {
  aDocument,
  anOffer,
  call,
  contoso,
  move,
  testShell,
  type TestShell,
} from "../../test-shell.ts";
import { press, published } from "./pressing.ts";

const pendingIntents = (shell: TestShell) => shell.ports.intents.pending(new Date("2099-01-01"));

describe("publish", () => {
  it("freezes the draft, starts the workflow and answers where to look", async () => {
    const { shell, answer } = await published();

    expect(answer.status).toBe(202);
    expect(answer.headers["Location"]).toBe(answer.headers["Operation-Location"]);
    expect(answer.headers["Location"]).toBe(
      `/api/publishers/contoso/offers/app/operations/${answer.body.id}?api-version=2017-10-31`,
    );
    expect(answer.body).toMatchObject({
      submissionType: "publish",
      submissionState: "running",
      slot: "staging",
      notificationEmails: "owner@contoso.example,second@contoso.example",
    });
    expect(await shell.ports.documents.readVersion(contoso, 1)).toEqual(aDocument());
    expect(shell.started).toEqual(["contoso.app.1"]);
    expect(await pendingIntents(shell)).toEqual([]);
    expect((await call(readStatus(shell.shell))).body).toMatchObject({
      status: "running",
      submission: 1,
      process: "2018-01",
    });
  });

  it.each(["", "  ", {}, { metadata: null }])("takes an empty body: %j", async (body) => {
    const shell = testShell();
    await anOffer(shell);

    expect((await press(shell, publish, body)).status).toBe(202);
  });

  it.each([
    ["a number", { metadata: { "notification-emails": 3 } }, "must be text"],
    ["no address", { metadata: { "notification-emails": "ana" } }, "must hold e-mail addresses"],
    ["a line break", { metadata: { "notification-emails": "a@b.c\r\nBcc: d@e.f" } }, "must hold"],
  ])("refuses %s as notification emails", async (_, body, rule) => {
    const shell = testShell();
    await anOffer(shell);
    const answer = await press(shell, publish, body);

    expect(answer.status).toBe(400);
    expect(answer.error.target).toBe("metadata.notification-emails");
    expect(answer.error.message).toContain(rule);
    expect(shell.started).toEqual([]);
  });

  it("of the same draft while it runs answers the running operation", async () => {
    const { shell, answer } = await published();
    const again = await press(shell, publish);

    expect(again.status).toBe(202);
    expect(again.headers["Location"]).toBe(answer.headers["Location"]);
    expect(shell.started).toHaveLength(1);
  });

  it("of a changed draft while another version runs is a conflict", async () => {
    const { shell } = await published();
    await shell.ports.documents.writeDraft(contoso, aDocument({ displayText: "New" }), undefined);
    const answer = await press(shell, publish);

    expect(answer.status).toBe(409);
    expect(answer.error.code).toBe("OperationRunning");
  });

  it("after a rejection opens the next submission", async () => {
    const { shell } = await published();
    const step = "validate-prerequisites";
    await move(shell, (progress) =>
      rejectStep(
        beginStep(progress, step, calendarOf("US"), shell.at()),
        step,
        { findings: [] },
        shell.at(),
      ),
    );
    const answer = await press(shell, publish);

    expect(answer.body).toMatchObject({ publishingVersion: 2, submissionState: "running" });
    expect(shell.started).toEqual(["contoso.app.1", "contoso.app.2"]);
  });

  it("follows the process that the offer asks for", async () => {
    const shell = testShell();
    const offer = { "offerpress.publishingProcess": "2018-12" };
    await anOffer(shell, undefined, aDocument({ offer }));
    await press(shell, publish);

    expect((await call(readStatus(shell.shell))).body.process).toBe("2018-12");
  });

  it("refuses a process that does not exist", async () => {
    const shell = testShell();
    const offer = { "offerpress.publishingProcess": "2031-01" };
    await anOffer(shell, undefined, aDocument({ offer }));
    const answer = await press(shell, publish);

    expect(answer.status).toBe(422);
    expect(answer.error).toMatchObject({
      code: "OfferNotPublishable",
      target: "definition.offer.offerpress.publishingProcess",
    });
  });

  it("has a Test Drive step only where the offer has a Test Drive", async () => {
    const shell = testShell();
    const offer = { "microsoft-azure-marketplace-testdrive.enabled": true };
    await anOffer(shell, undefined, aDocument({ offer }));
    await press(shell, publish);
    const { body } = await call(readStatus(shell.shell));

    expect(body.steps.map((step: any) => step.step)).toContain("test-drive-validation");
  });

  it.each(["workflows.start", "documents.freeze", "intents.done"])(
    "answers 202 also when %s fails, and leaves the rest to the sweep",
    async (method) => {
      const shell = testShell();
      await anOffer(shell);
      shell.fail(method);
      const answer = await press(shell, publish);

      expect(answer.status).toBe(202);
      expect(await pendingIntents(shell)).toHaveLength(1);
      expect(answer.logged.join()).toContain("left to the sweep");
    },
  );

  it("pressed by two at once opens one submission", async () => {
    const shell = testShell();
    await anOffer(shell);
    const answers = await Promise.all([press(shell, publish), press(shell, publish)]);

    expect(answers.map((answer) => answer.status)).toEqual([202, 202]);
    expect(answers[0]!.body.id).toBe(answers[1]!.body.id);
    expect(shell.started).toEqual(["contoso.app.1"]);
    expect(await pendingIntents(shell)).toEqual([]);
  });

  it("gives up with a conflict when others never stop writing", async () => {
    const shell = testShell();
    await anOffer(shell);
    shell.shell.ports.progress.write = () => Promise.resolve(undefined);
    const answer = await press(shell, publish);

    expect(answer.status).toBe(409);
    expect(answer.error.code).toBe("ConcurrentChange");
  });
});
