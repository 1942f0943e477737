import { describe, expect, it } from "vitest";
import type { Member } from "../../../../shared/identity/member.ts";
import type { Principal } from "../../../../shared/identity/principal.ts";
import { at, freshKey, type PortContract } from "./port-contract.ts";

const tenantId = "0f0f0f0f-0000-4000-8000-000000000000";
let people = 0;
const aMember = (publisherId: string): Member => ({
  publisherId,
  objectId: `0f0f0f0f-0000-4000-9000-${String(++people).padStart(12, "0")}`,
  tenantId,
  kind: "user",
  name: "owner",
  role: "owner",
  addedAt: at,
  addedBy: "operator",
});
const principalOf = ({ objectId }: Member, tenant = tenantId): Principal => ({
  objectId,
  tenantId: tenant,
  kind: "user",
  name: "",
  roles: [],
});
const freshPublisher = () => `p-${freshKey().offerId}`;

export const identityContract: PortContract = (open) => {
  describe("the members", () => {
    it("are found by publisher, by person, and one by one", async () => {
      const { members } = open();
      const [one, other] = [aMember(freshPublisher()), aMember(freshPublisher())];
      const both = { ...one, publisherId: other.publisherId };
      for (const member of [one, other, both]) await members.put(member);

      expect(await members.read(one.publisherId, one.objectId.toUpperCase())).toEqual(one);
      expect(await members.read(one.publisherId, other.objectId)).toBeUndefined();
      expect(await members.list(other.publisherId)).toHaveLength(2);
      expect(
        (await members.of(principalOf(one))).map((member) => member.publisherId).toSorted(),
      ).toEqual([one.publisherId, other.publisherId].toSorted());
      expect(await members.of(principalOf(one, "another"))).toEqual([]);
    });

    it("are seen changed and gone at once", async () => {
      const { members } = open();
      const member = aMember(freshPublisher());
      await members.put(member);
      await members.read(member.publisherId, member.objectId);
      await members.put({ ...member, role: "contributor" });
      expect((await members.read(member.publisherId, member.objectId))?.role).toBe("contributor");

      await members.remove(member);
      expect(await members.read(member.publisherId, member.objectId)).toBeUndefined();
      expect(await members.of(principalOf(member))).toEqual([]);
      await members.remove(member);
    });
  });

  describe("the publishers", () => {
    it("are found one by one and together", async () => {
      const { publishers } = open();
      const compatibility = { terminalStatus: "complete", hideCanceledOperations: true } as const;
      const publisher = {
        publisherId: freshPublisher(),
        displayText: "Zoë's",
        sellerId: "",
        compatibility,
        createdAt: at,
        changedAt: at,
      };
      await publishers.put(publisher);

      expect(await publishers.read(publisher.publisherId)).toEqual(publisher);
      expect(await publishers.read(freshPublisher())).toBeUndefined();
      expect(await publishers.list()).toContainEqual(publisher);
      await publishers.put({ ...publisher, displayText: "New" });
      expect((await publishers.read(publisher.publisherId))?.displayText).toBe("New");
    });
  });
};
