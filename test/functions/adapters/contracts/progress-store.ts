import { describe, expect, it } from "vitest";
import type { OfferKey } from "../../../../shared/offers/offer-key.ts";
import type {
  Operation,
  Progress,
  StepState,
} from "../../../../shared/publishing/progress/progress.ts";
import { at, freshKey, type PortContract } from "./port-contract.ts";

const operation = (submission: number, type: Operation["type"] = "publish"): Operation => ({
  id: `operation-${submission}-${type}`,
  type,
  submission,
  state: "running",
  // Operations of one offer never start at the same time.
  createdAt: new Date(Date.UTC(2030, 0, submission, type === "goLive" ? 12 : 6)).toISOString(),
  changedAt: at,
  notificationEmails: "owner@contoso.example",
});

const step = (name: StepState["step"]): StepState => ({
  step: name,
  status: "inProgress",
  progress: 10,
  startedAt: at,
  waits: [{ from: at }],
  messages: [{ text: "Zoë's package was read", level: "information", at }],
  findings: [],
  findingCount: 0,
});

/** An offer at its submission `submission`; 0 is one that was never published. */
export const progressOf = (key: OfferKey, submission: number): Progress => ({
  offer: {
    ...key,
    displayText: "Contoso",
    offerTypeId: "microsoft-azure-applications",
    status: submission === 0 ? "neverPublished" : "running",
    process: submission % 2 === 0 ? "2018-01" : "2018-12",
    submission,
    hasTestDrive: submission === 2,
    cancelRequested: false,
    goLiveRequested: false,
    changedAt: at,
  },
  operations: submission === 0 ? [] : [operation(submission)],
  steps: submission === 0 ? [] : [step("validate-prerequisites"), step("certification")],
});

export const progressStoreContract: PortContract = (open) => {
  describe("the progress store", () => {
    it("knows nothing of an offer that was never written", async () => {
      expect(await open().progress.read(freshKey())).toBeUndefined();
      expect(await open().progress.readSubmission(freshKey(), 1)).toBeUndefined();
    });

    it("gives back what was written, with the ETag that write answered", async () => {
      const { progress } = open();
      const after = progressOf(freshKey(), 1);
      const written = await progress.write(undefined, after);

      expect(written?.value).toEqual(after);
      expect(await progress.read(after.offer)).toEqual(written);
    });

    it("lets only the first of two writers through", async () => {
      const { progress } = open();
      const key = freshKey();
      const before = await progress.write(undefined, progressOf(key, 0));
      const won = await progress.write(before, progressOf(key, 1));

      expect(won).toBeDefined();
      expect(await progress.write(before, progressOf(key, 2))).toBeUndefined();
      expect(await progress.write(undefined, progressOf(key, 2))).toBeUndefined();
      expect(await progress.read(key)).toEqual(won);
    });

    it("reads only the newest submission's operations and steps", async () => {
      const { progress } = open();
      const key = freshKey();
      let last = await progress.write(undefined, progressOf(key, 0));
      for (const number of [1, 2, 3]) last = await progress.write(last, progressOf(key, number));

      expect((await progress.read(key))?.value).toEqual(progressOf(key, 3));
    });

    it("reads an older submission as it was left", async () => {
      const { progress } = open();
      const key = freshKey();
      let last = await progress.write(undefined, progressOf(key, 0));
      for (const number of [1, 2, 3]) last = await progress.write(last, progressOf(key, number));
      const left = await progress.readSubmission(key, 2);

      expect(left?.offer).toMatchObject({ submission: 2, process: "2018-01", hasTestDrive: true });
      expect(left?.operations).toEqual([operation(2)]);
      expect(left?.steps.map((state) => state.step)).toEqual([
        "validate-prerequisites",
        "certification",
      ]);
      expect(await progress.readSubmission(key, 4)).toBeUndefined();
    });

    it("lists an offer's operations newest first", async () => {
      const { progress } = open();
      const key = freshKey();
      let last = await progress.write(undefined, progressOf(key, 0));
      for (const number of [1, 2]) last = await progress.write(last, progressOf(key, number));
      const both = [operation(2, "goLive"), operation(2)];
      await progress.write(last, { ...progressOf(key, 2), operations: both });

      expect((await progress.read(key))?.value.operations).toEqual(both);
      expect(await progress.operations(key)).toEqual([...both, operation(1)]);
    });

    it("lists the offers of one publisher and of nobody whose id begins alike", async () => {
      const { progress } = open();
      const [first, second] = [freshKey("fabrikam"), freshKey("fabrikam")];
      for (const key of [first, second, freshKey("fabrikam-2"), freshKey("fabrika")])
        await progress.write(undefined, progressOf(key, 0));
      const { offers } = await progress.list("fabrikam");

      expect(offers.map((offer) => offer.offerId).toSorted()).toEqual(
        [first.offerId, second.offerId].toSorted(),
      );
    });

    it("keeps what happened, newest first, beside what is read", async () => {
      const { progress } = open();
      const key = freshKey();
      const by = { kind: "user", id: "1", name: "contoso-owner" } as const;
      const later = (submission: number, hour: number): Progress => {
        const { offer, ...rest } = progressOf(key, submission);
        return { ...rest, offer: { ...offer, changedAt: `2030-01-07T${hour}:00:00.000Z` } };
      };
      const first = await progress.write(undefined, later(0, 10), { by, act: "draft-saved" });
      await progress.write(first, later(1, 11), { by });
      const { entries } = await progress.history(key);

      expect(entries.map(({ act, by: { name } }) => `${name} ${act}`)).toEqual([
        "contoso-owner step-started",
        "contoso-owner step-started",
        "contoso-owner publish-requested",
        "contoso-owner draft-saved",
        "contoso-owner created",
      ]);
      expect((await progress.read(key))?.value).toEqual(later(1, 11));
      expect((await progress.history(freshKey())).entries).toEqual([]);
    });

    it("keeps how long the steps took once a submission has ended", async () => {
      const { progress } = open();
      const running = progressOf(freshKey(), 3);
      const first = await progress.write(undefined, running);
      const endedAt = "2030-01-07T10:00:00.000Z";
      const steps = running.steps.map((state, place) =>
        place === 0 ? { ...state, status: "complete" as const, endedAt } : state,
      );
      const done = await progress.write(first, { ...running, steps });
      const before = await progress.recentTimes("2018-12");
      await progress.write(done, {
        ...running,
        steps,
        offer: { ...running.offer, status: "failed" },
      });

      const times = await progress.recentTimes("2018-12");
      expect(times).toHaveLength(before.length + 1);
      expect(times).toContainEqual({
        step: "validate-prerequisites",
        startedAt: at,
        endedAt,
        waits: [{ from: at }],
      });
    });

    it("writes no history where the write came too late", async () => {
      const { progress } = open();
      const key = freshKey();
      await progress.write(undefined, progressOf(key, 0));

      expect(await progress.write(undefined, progressOf(key, 1))).toBeUndefined();
      expect((await progress.history(key)).entries).toHaveLength(1);
    });
  });
};
