import { describe, expect, it } from "vitest";
import { cancel, goLive, resume } from "../../../../functions/http/publishing/acts.ts";
import { readOperation } from "../../../../functions/http/publishing/operations.ts";
import { calendarOf } from "../../../../shared/publishing/calendar/holiday-calendar.ts";
import { enterSignOff } from "../../../../shared/publishing/progress/sign-off.ts";
import { beginStep, blockStep } from "../../../../shared/publishing/progress/steps.ts";
import { anOffer, call, move, testShell } from "../../test-shell.ts";
import { inSignOff, press, published } from "./pressing.ts";

describe("go live", () => {
  it("starts the second operation and tells the workflow", async () => {
    const shell = await inSignOff();
    const answer = await press(shell, goLive, "");

    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({
      submissionType: "goLive",
      slot: "production",
      submissionState: "running",
      notificationEmails: "owner@contoso.example,second@contoso.example",
    });
    expect(shell.raised).toEqual([
      { submissionId: "contoso.app.1", event: "GoLive", data: { act: "go-live" } },
    ]);
  });

  it("pressed twice is one operation", async () => {
    const shell = await inSignOff();
    const first = await press(shell, goLive);
    const second = await press(shell, goLive);

    expect(second.headers["Location"]).toBe(first.headers["Location"]);
    expect(shell.raised).toHaveLength(1);
  });

  it("is refused before sign-off", async () => {
    const { shell } = await published();
    const answer = await press(shell, goLive);

    expect(answer.status).toBe(409);
    expect(answer.error.code).toBe("NotWaitingForSignOff");
  });
});

describe("cancel", () => {
  it("asks the workflow to end and answers the operation that ends", async () => {
    const { shell, answer: publishing } = await published();
    const answer = await press(shell, cancel);

    expect(answer.status).toBe(202);
    expect(answer.body).toMatchObject({
      id: publishing.body.id,
      cancellationRequestState: "cancelRequested",
    });
    expect(answer.headers["Operation-Location"]).toBe(publishing.headers["Location"]);
    expect(shell.raised).toEqual([
      { submissionId: "contoso.app.1", event: "Cancel", data: { act: "cancel" } },
    ]);
  });

  it("twice is once", async () => {
    const { shell } = await published();
    await press(shell, cancel);

    expect((await press(shell, cancel)).status).toBe(202);
    expect(shell.raised).toHaveLength(1);
  });

  it("of an offer that is not being published is refused", async () => {
    const shell = testShell();
    await anOffer(shell);
    const answer = await press(shell, cancel);

    expect(answer.status).toBe(409);
    expect(answer.error.code).toBe("NothingToCancel");
  });
});

describe("resume", () => {
  it("wakes a blocked step", async () => {
    const { shell } = await published();
    await move(shell, (progress) => {
      const begun = beginStep(progress, "certification", calendarOf("US"), shell.at());
      return blockStep(begun, "certification", "The scanner is away.", shell.at());
    });
    const answer = await press(shell, resume, "");

    expect(answer.status).toBe(202);
    expect(shell.raised.map((event) => event.event)).toEqual(["Resume"]);
  });

  it("is refused when nothing is blocked", async () => {
    const { shell } = await published();
    const answer = await press(shell, resume, "");

    expect(answer.status).toBe(409);
    expect(answer.error.code).toBe("NothingBlocked");
  });
});

it("a publisher whose client waits for it reads complete instead of succeeded", async () => {
  const { shell, answer } = await published({ completeStatusPublishers: ["contoso"] });
  await move(shell, (progress) => enterSignOff(progress, shell.at()));
  const read = await call(readOperation(shell.shell), { params: { operationId: answer.body.id } });

  expect(read.body.submissionState).toBe("complete");
});
