import { describe, expect, it } from "vitest";
import type { Intent } from "../../../../shared/ports/reviews.ts";
import { submissionIdOf } from "../../../../shared/publishing/submission.ts";
import { freshKey, type PortContract } from "./port-contract.ts";

const anIntent = (time: string): Intent => {
  const key = freshKey();
  const submissionId = submissionIdOf(key, 1);
  return {
    id: `${submissionId}.start.x`,
    submission: { ...key, submissionId, number: 1, process: "2018-01", hasTestDrive: false },
    act: "start",
    at: time,
  };
};

export const intentsContract: PortContract = (open) => {
  describe("intents", () => {
    it("are pending from a time on until they are done", async () => {
      const { intents } = open();
      const [old, young] = [
        anIntent("2030-01-07T09:00:00.000Z"),
        anIntent("2030-01-07T09:01:00.000Z"),
      ];
      await intents.write(old);
      await intents.write(young);
      const pending = await intents.pending(new Date("2030-01-07T09:00:30.000Z"));
      expect(pending).toContainEqual(old);
      expect(pending).not.toContainEqual(young);

      await intents.done(old);
      await intents.done(old);

      expect(await intents.pending(new Date("2030-01-07T09:02:00.000Z"))).not.toContainEqual(old);
    });
  });
};
