import { describe, expect, it } from "vitest";
import { at, freshKey, type PortContract } from "./port-contract.ts";

export const waiversContract: PortContract = (open) => {
  describe("the waivers of an offer", () => {
    it("are one for each finding and rule, and gone when removed", async () => {
      const { waivers } = open();
      const waiver = {
        ...freshKey(),
        fingerprint: "a".repeat(32),
        ruleId: "Some-Rule",
        reason: "It is text — nothing is called.",
        until: "2031-01-01",
        grantedBy: { id: "r", name: "The reviewer" },
        grantedAt: at,
      };
      await waivers.put(waiver);
      await waivers.put({ ...waiver, reason: "Better said." });
      await waivers.put({ ...waiver, ruleId: "Other-Rule" });
      const found = await waivers.list(waiver);
      expect(found.map(({ reason }) => reason).toSorted()).toEqual([
        "Better said.",
        "It is text — nothing is called.",
      ]);
      expect(await waivers.list(freshKey())).toEqual([]);

      await waivers.remove(waiver);
      expect((await waivers.list(waiver)).map(({ ruleId }) => ruleId)).toEqual(["Other-Rule"]);
    });
  });
};
