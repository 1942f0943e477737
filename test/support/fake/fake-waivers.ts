import type { Waiver } from "../../../shared/findings/waivers/waiver.ts";
import type { Waivers } from "../../../shared/ports/offers.ts";

export function fakeWaivers(): Waivers {
  const waivers = new Map<string, Waiver>();
  const nameOf = ({ publisherId, offerId, fingerprint, ruleId }: Waiver) =>
    [publisherId, offerId, fingerprint, ruleId].join("/");
  return {
    list: async ({ publisherId, offerId }) =>
      structuredClone([...waivers.values()]).filter(
        (one) => one.publisherId === publisherId && one.offerId === offerId,
      ),
    put: async (waiver) => void waivers.set(nameOf(waiver), structuredClone(waiver)),
    remove: async (waiver) => void waivers.delete(nameOf(waiver)),
  };
}
