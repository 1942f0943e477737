import type { OfferKey } from "../../offer-key.ts";
import { isRecord, meaningOf, meaningText, memberOf } from "./values.ts";

/** The fields that tell the items of a list apart, by kind of item; the first that an item has all of counts. */
const identities: readonly (readonly string[])[] = [
  ["planId"],
  ["principalId", "roleDefinitionId"],
  ["categoryL1"],
  ["linkUrl"],
  ["policyName"],
  ["imageUrl"],
  ["videoUrl"],
  ["videoLink"],
  ["link"],
  ["url"],
  ["uri"],
  ["id"],
  ["name"],
  ["title"],
];

/** What an item of a list is recognised by, wherever in the list it stands. */
function identityOf(item: unknown, key: OfferKey): string {
  if (!isRecord(item)) return meaningText(item, key);
  for (const names of identities) {
    const values = names.map((name) => memberOf(item, name));
    if (values.every((value) => typeof value === "string"))
      return JSON.stringify(values.map((value) => meaningOf(value, key)));
  }
  return meaningText(item, key);
}

/** An item of a list, and where it stands. */
export interface Item {
  readonly identity: string;
  readonly value: unknown;
  readonly index: number;
}

/** The items of a list by identity; the second of the same gets one of its own. */
export function itemsOf(list: readonly unknown[], key: OfferKey): ReadonlyMap<string, Item> {
  const counts = new Map<string, number>();
  return new Map(
    list.map((value, index) => {
      const named = identityOf(value, key);
      const count = (counts.get(named) ?? 0) + 1;
      counts.set(named, count);
      const identity = count === 1 ? named : `${named} ${String(count)}`;
      return [identity, { identity, value, index }] as const;
    }),
  );
}
