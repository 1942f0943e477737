import { describe, expect, it } from "vitest";
import { assessReview } from "../../../functions/activities/review/assess-review.ts";
import { openReview } from "../../../functions/activities/review/open-review.ts";
import type { ReviewMessage } from "../../../shared/review/review.ts";
import { anEntry } from "./an-entry.ts";
import { aPublishingOffer, key } from "./a-publishing-offer.ts";

const step = "microsoft-review";
let messages = 0;

const message = (
  type: ReviewMessage["type"],
  more: Partial<ReviewMessage> = {},
): ReviewMessage => ({
  version: "1",
  id: `m${++messages}`,
  submissionId: "contoso.mail.1",
  round: 1,
  type,
  actor: { id: "rita", name: "Rita", role: "reviewer" },
  at: "2030-01-08T09:00:00.000Z",
  source: { kind: "manual" },
  ...(type.endsWith("-issue") && { issue }),
  ...more,
});
const issue = {
  id: "pr1/thread1",
  title: "Say what it costs",
  pullRequest: "https://dev.azure.example/contoso/_git/mail/pullrequest/1",
  findings: [{ message: "The price is missing." }],
};
const publisher = { id: "ana", name: "Ana", role: "publisher" } as const;

/** An offer whose first round is open. */
async function inReview() {
  const offer = await aPublishingOffer(step);
  await offer.ports.catalogue.writeEntry(anEntry());
  const at = (day: string, round = 1) => ({
    ...offer.call,
    round,
    at: `2030-01-${day}T10:00:00.000Z`,
  });
  await openReview(offer.ports)(at("07"));
  const say = (...said: ReviewMessage[]) =>
    Promise.all(said.map((one) => offer.ports.reviews.record("contoso.mail.1", one)));
  const assess = async (day: string, round = 1) =>
    (await assessReview(offer.ports)(at(day, round))).verdict;
  offer.calls.clear();
  return { ...offer, at, say, assess };
}

describe("openReview", () => {
  it("puts the plans before the reviewers and lets the clock run", async () => {
    const offer = await inReview();

    const record = (await offer.ports.reviews.read("contoso.mail.1"))!;
    expect(record.requests).toHaveLength(1);
    expect(record.requests[0]).toMatchObject({ round: 1, offerTitle: "Contoso Mail" });
    expect(record.requests[0]!.plans.map(({ planId }) => planId)).toEqual(["one", "two", "three"]);
    const state = await offer.step(step);
    expect(state.status).toBe("waitingForApproval");
    expect(record.requests[0]!.dueAt).toBe(state.dueAt);
  });

  it("changes nothing when it is run again", async () => {
    const offer = await inReview();
    const before = await offer.progress();

    expect(await openReview(offer.ports)(offer.at("09"))).toEqual({ outcome: "opened" });
    expect(await offer.progress()).toEqual(before);
    expect((await offer.ports.reviews.read("contoso.mail.1"))!.requests[0]!.openedAt).toContain(
      "2030-01-07",
    );
  });

  it("is not opened when a cancel was asked for", async () => {
    const offer = await aPublishingOffer(step);
    await offer.cancel();

    const call = { ...offer.call, round: 1 };
    expect(await openReview(offer.ports)(call)).toEqual({ outcome: "canceled" });
    expect(await offer.ports.reviews.read("contoso.mail.1")).toBeUndefined();
  });
});

describe("assessReview", () => {
  it("costs two reads while nothing has happened", async () => {
    const offer = await inReview();

    expect(await offer.assess("08")).toBe("with-reviewer");
    expect(offer.transactions()).toBe(2);
  });

  it("passes the step when the reviewers approve", async () => {
    const offer = await inReview();
    await offer.say(message("approve"));

    expect(await offer.assess("09")).toBe("approved");
    expect(await offer.assess("10")).toBe("approved");
    expect(await offer.step(step)).toMatchObject({ status: "complete" });
  });

  it("shows each reported issue once, with its pull request, and stops the clock", async () => {
    const offer = await inReview();
    await offer.say(message("report-issue"));

    expect(await offer.assess("09")).toBe("with-publisher");
    expect(await offer.assess("11")).toBe("with-publisher");

    const { status, messages: said, dueAt } = await offer.step(step);
    expect({ status, dueAt }).toEqual({ status: "waitingForPublisherReview", dueAt: undefined });
    const reported = said.filter(({ text }) => text.includes("Say what it costs"));
    expect(reported).toEqual([expect.objectContaining({ link: issue.pullRequest })]);
  });

  it("calls for the next round when the publisher has addressed everything", async () => {
    const offer = await inReview();
    await offer.say(message("report-issue"));
    await offer.assess("09");
    await offer.say(message("resolve-issue", { actor: publisher }));

    expect(await offer.assess("14")).toBe("addressed");
    const waited = (await offer.step(step)).waits;
    await openReview(offer.ports)(offer.at("14", 2));
    await offer.say(message("approve", { round: 2 }));

    expect(waited).toEqual([{ from: offer.at("09").at, to: offer.at("14").at }]);
    expect(await offer.assess("15", 2)).toBe("approved");
  });

  it("reports an issue again when a later round opens it again", async () => {
    const offer = await inReview();
    await offer.say(message("report-issue"));
    await offer.assess("09");
    await offer.say(message("resolve-issue", { actor: publisher }));
    await offer.assess("14");
    await openReview(offer.ports)(offer.at("14", 2));
    await offer.say(message("reopen-issue", { round: 2 }));

    expect(await offer.assess("15", 2)).toBe("with-publisher");
    const { messages: said } = await offer.step(step);
    expect(said.filter(({ text }) => text.includes("Say what it costs"))).toHaveLength(2);
  });

  it("rejects the offer with the reviewers' reason and closes the preview", async () => {
    const offer = await inReview();
    await offer.ports.catalogue.writeRow(key, { ...key, preview: { submission: 1 } }, undefined);
    await offer.say(message("reject", { text: "It is not an application." }));

    expect(await offer.assess("09")).toBe("rejected");
    expect(await offer.assess("10")).toBe("rejected");
    const { status, findings } = await offer.step(step);
    expect(status).toBe("rejected");
    expect(findings[0]!.message).toContain("It is not an application.");
    expect((await offer.ports.catalogue.readRow(key))!.value).toEqual(key);
  });

  it("notices a cancel before anything else", async () => {
    const offer = await inReview();
    await offer.say(message("approve"));
    await offer.cancel();

    expect(await offer.assess("09")).toBe("canceled");
  });
});
