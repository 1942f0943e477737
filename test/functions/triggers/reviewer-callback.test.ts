import { describe, expect, it } from "vitest";
import { reviewerCallback } from "../../../functions/triggers/reviewer-callback.ts";
import { aContext, contoso, testShell, type TestShell } from "../test-shell.ts";
import { anApproval, aRequest } from "./a-review.ts";

const receive = async (shell: TestShell, entry: unknown) => {
  await reviewerCallback(shell.shell)(entry, aContext().context);
};
const recorded = async (shell: TestShell) =>
  (await shell.ports.reviews.read("contoso.app.1"))?.messages;

async function underReview(round = 1) {
  const shell = testShell();
  await shell.ports.reviews.open(aRequest(contoso, round));
  return shell;
}

describe("a reviewer callback", () => {
  it("is recorded in the round that is open and wakes the review", async () => {
    const shell = await underReview(2);
    await receive(shell, anApproval());

    expect(await recorded(shell)).toEqual([{ ...anApproval(), round: 2 }]);
    expect(shell.raised).toEqual([
      { submissionId: "contoso.app.1", event: "ReviewChanged", data: { act: "review-changed" } },
    ]);
  });

  it("of an older round stays in its round", async () => {
    const shell = await underReview(2);
    await receive(shell, anApproval({ round: 1 }));

    expect(await recorded(shell)).toEqual([anApproval({ round: 1 })]);
  });

  it("that comes twice is recorded once and wakes the review again", async () => {
    const shell = await underReview();
    await receive(shell, anApproval());
    await receive(shell, anApproval());

    expect(await recorded(shell)).toHaveLength(1);
    expect(shell.raised).toHaveLength(2);
  });

  it("is not lost when the engine is away", async () => {
    const shell = await underReview();
    shell.fail("workflows.raise");
    await receive(shell, anApproval());

    expect(await recorded(shell)).toHaveLength(1);
    expect(await shell.ports.intents.pending(new Date("2099-01-01"))).toHaveLength(1);
  });

  it("from an outside system is a wake-up and changes nothing", async () => {
    const shell = await underReview();
    await receive(shell, {
      subscriptionId: "s",
      notificationId: 7,
      eventType: "git.pullrequest.updated",
      resource: {},
    });

    expect(shell.wakeUps).toMatchObject([{ id: "ado:s:7" }]);
    expect(await recorded(shell)).toEqual([]);
    expect(shell.raised).toEqual([]);
  });

  it.each([
    ["text", "hello", "cannot be applied"],
    ["a number", 3, "cannot be applied"],
    ["nothing", undefined, "cannot be applied"],
    ["another version", anApproval({ version: "2" }), "version"],
    ["an unknown type", anApproval({ type: "withdraw" }), "type"],
    ["no review", anApproval({ reviewId: undefined }), "reviewId"],
    ["an issue without findings", anApproval({ type: "report-issue" }), "issue"],
    ["an unknown review", anApproval({ reviewId: "contoso.app.9" }), "no review contoso.app.9"],
  ])("that is %s fails, so that it ends in the poison queue", async (_, entry, why) => {
    const shell = await underReview();

    await expect(receive(shell, entry)).rejects.toThrow(why);
    expect(await recorded(shell)).toEqual([]);
  });

  it.each([
    ["text", "hello", "hello"],
    ["JSON", { version: "2" }, '{"version":"2"}'],
    ["an unknown review", anApproval({ reviewId: "contoso.app.9" }), "contoso.app.9"],
  ])(
    "that cannot be applied (%s) is kept once where the operator sees it",
    async (_, entry, text) => {
      const shell = testShell();
      const { context } = aContext({ id: "queue-message-1" });
      for (let tries = 0; tries < 5; tries++) {
        await expect(reviewerCallback(shell.shell)(entry, context)).rejects.toThrow("applied");
      }

      expect(shell.unappliedCallbacks).toMatchObject([{ id: "queue-message-1", at: shell.at() }]);
      expect(shell.unappliedCallbacks[0]?.text).toContain(text);
      expect(shell.unappliedCallbacks[0]?.why).not.toBe("");
    },
  );
});
