import type { JsonObject } from "../../json-fields.ts";
import { listOf, textOf } from "../../json-fields.ts";
import type { OfferKey } from "../../offer-key.ts";
import { applications } from "../../plans.ts";
import type { DocumentPath } from "../document-path.ts";
import { type Item, itemsOf } from "./identity.ts";
import { SecretValue } from "./secret-value.ts";
import { isBlank, isList, isRecord, meaningOf, memberOf } from "./values.ts";

/** Where two documents are compared: the same thing may stand at another index in each. */
export interface Place {
  readonly key: OfferKey;
  /** The names on the way, without indexes. */
  readonly names: readonly string[];
  readonly before: DocumentPath;
  readonly after: DocumentPath;
  readonly plan?: string;
  /** Which items of lists lie on the way. */
  readonly items: readonly string[];
}

/** A difference; a side that says nothing is undefined. */
export interface Difference {
  readonly place: Place;
  readonly before: unknown;
  readonly after: unknown;
}

const plans = "definition.plans";
const packages = `${applications}package`;
// Told by their fields, never as a whole; the packages of a plan likewise, by their versions.
const frames: ReadonlySet<string> = new Set(["", "definition", "definition.offer"]);

const isFrame = ({ names }: Place): boolean =>
  frames.has(names.join(".")) || names.at(-1) === packages;

const areRecords = (one: unknown, other: unknown): boolean =>
  [one, other].every((side) => isRecord(side) || isBlank(side));

const areLists = (one: unknown, other: unknown): boolean =>
  [one, other].every((side) => isList(side) || isBlank(side));

const recordOf = (value: unknown): JsonObject => (isRecord(value) ? value : {});

/** Every difference between two values that means something. */
export function* compare(before: unknown, after: unknown, place: Place): Generator<Difference> {
  const isWalked = isFrame(place) ? areRecords(before, after) : isRecord(before) && isRecord(after);
  if (isWalked) {
    yield* compareMembers(recordOf(before), recordOf(after), place);
  } else if (areLists(before, after)) {
    yield* compareItems(listOf(before), listOf(after), place);
  } else if (!isSame(before, after, place.key)) {
    yield { place, before, after };
  }
}

function isSame(before: unknown, after: unknown, key: OfferKey): boolean {
  if (before instanceof SecretValue && after instanceof SecretValue) return before.equals(after);
  if (typeof before === "string" && typeof after === "string")
    return meaningOf(before, key) === meaningOf(after, key);
  return before === after || (isBlank(before) && isBlank(after));
}

function* compareMembers(
  before: JsonObject,
  after: JsonObject,
  place: Place,
): Generator<Difference> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  // A version is there by its name, however little it holds.
  const isThere = place.names.at(-1) === packages ? Object.hasOwn : hasContent;
  for (const name of names) {
    const here = memberPlace(place, name);
    const [was, is] = [isThere(before, name), isThere(after, name)];
    if (was && is) yield* compare(memberOf(before, name), memberOf(after, name), here);
    else if (was) yield* onlyOne(before[name], here, "before");
    else if (is) yield* onlyOne(after[name], here, "after");
  }
}

function hasContent(object: JsonObject, name: string): boolean {
  const value = memberOf(object, name);
  if (name === packages && isRecord(value)) return Object.keys(value).length > 0;
  return !isBlank(value);
}

/** Of a list that stands on one side alone, each item is told; so are the fields of a frame. */
function* onlyOne(value: unknown, place: Place, side: "before" | "after"): Generator<Difference> {
  const isWhole = !isList(value) && !isFrame(place);
  const sides = { before: undefined, after: undefined, [side]: value };
  if (isWhole) yield { place, ...sides };
  else yield* compare(sides.before, sides.after, place);
}

const memberPlace = (place: Place, name: string): Place => ({
  ...place,
  names: [...place.names, name],
  before: [...place.before, name],
  after: [...place.after, name],
});

function* compareItems(
  before: readonly unknown[],
  after: readonly unknown[],
  place: Place,
): Generator<Difference> {
  const [old, now] = [itemsOf(before, place.key), itemsOf(after, place.key)];
  for (const identity of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(identity), now.get(identity)];
    const here = itemPlace(place, identity, was, is);
    if (was && is) yield* compare(was.value, is.value, here);
    else yield { place: here, before: was?.value, after: is?.value };
  }
}

function itemPlace(
  place: Place,
  identity: string,
  was: Item | undefined,
  is: Item | undefined,
): Place {
  const isPlan = place.names.join(".") === plans;
  return {
    ...place,
    ...(isPlan && { plan: planIdOf(is?.value) || planIdOf(was?.value) }),
    before: [...place.before, was?.index ?? 0],
    after: [...place.after, is?.index ?? 0],
    items: [...place.items, identity],
  };
}

const planIdOf = (plan: unknown): string =>
  isRecord(plan) ? textOf(memberOf(plan, "planId")) : "";
