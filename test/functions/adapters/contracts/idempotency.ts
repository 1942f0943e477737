import { describe, expect, it } from "vitest";
import type { KeyedRequest } from "../../../../shared/ports/callers.ts";
import { at, freshKey, type PortContract } from "./port-contract.ts";

const aRequest = (): KeyedRequest => ({
  caller: "someone",
  key: `key ${freshKey().offerId} /#?`,
  fingerprint: "f",
  at,
});

export const idempotencyContract: PortContract = (open) => {
  describe("the keyed requests", () => {
    it("are claimed once, and answered with what was kept", async () => {
      const { idempotency } = open();
      const request = aRequest();
      expect(await idempotency.claim(request)).toBeUndefined();
      expect(await idempotency.claim({ ...request, fingerprint: "g" })).toEqual(request);

      const answer = { status: 202, headers: { Location: "/x" }, body: { name: "Zoë" } };
      await idempotency.keep(request, answer);
      expect(await idempotency.claim(request)).toEqual({ ...request, answer });
      expect(await idempotency.claim({ ...request, caller: "another" })).toBeUndefined();
    });

    it("can be claimed anew when released", async () => {
      const { idempotency } = open();
      const request = aRequest();
      await idempotency.claim(request);
      await idempotency.release(request);

      expect(await idempotency.claim(request)).toBeUndefined();
    });

    it("are forgotten when they are old", async () => {
      const { idempotency } = open();
      const request = aRequest();
      await idempotency.claim(request);
      await idempotency.forget(new Date(at));
      expect(await idempotency.claim(request)).toEqual(request);

      await idempotency.forget(new Date(Date.parse(at) + 1));
      expect(await idempotency.claim(request)).toBeUndefined();
    });
  });
};
