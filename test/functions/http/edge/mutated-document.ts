import fc from "fast-check";
import { findNodeAtOffset, type Node, parseTree } from "jsonc-parser";
import { anOfferDocument } from "../../../support/an-offer-document.ts";
import { aKey, aValue } from "./odd-values.ts";

const whole = JSON.stringify(anOfferDocument({ testDrive: true }));

type Change = (text: string) => string;

/** Every value of a text, and the objects and lists that hold them. */
const placesOf = (node: Node): Node[] =>
  node.type === "property"
    ? placesOf(node.children![1]!)
    : [node, ...(node.children ?? []).flatMap(placesOf)];
const wholePlaces = placesOf(parseTree(whole)!);

/** A value of the text: of the untouched document quickly, of any other by reading it again. */
function placeIn(text: string, seed: number): Node | undefined {
  if (text === whole) return wholePlaces[seed % wholePlaces.length];
  const root = parseTree(text);
  const node = root && findNodeAtOffset(root, seed % text.length);
  const property = node?.type === "property" ? node : node?.parent;
  return property?.type === "property" ? property.children?.[1] : node;
}

const replaced = (text: string, { offset, length }: Node, by: string) =>
  text.slice(0, offset) + by + text.slice(offset + length);

const seed = fc.nat({ max: 1_000_000 });
const at = (change: (text: string, node: Node, value: string) => string) =>
  fc.tuple(seed, aValue).map(([place, value]): Change => {
    return (text) => {
      const node = placeIn(text, place);
      return node ? change(text, node, value) : text;
    };
  });

const wrongValue = at(replaced);
const wrapped = at((text, node) =>
  replaced(text, node, `[${text.slice(node.offset, node.offset + node.length)}]`),
);
const missing = at((text, node) => {
  const property = node.parent?.type === "property" ? node.parent : node;
  const siblings = property.parent?.children ?? [property];
  const next = siblings[siblings.indexOf(property) + 1];
  const end = next?.offset ?? property.offset + property.length;
  const before = text.slice(0, property.offset);
  return (next ? before : before.replace(/,$/, "")) + text.slice(end);
});
const asObject = at((text, node, value) => replaced(text, node, `{"0":${value}}`));

/** A key more in an object: a new one, or one that is there already. */
const extraKey = fc
  .tuple(seed, aKey, aValue, fc.boolean())
  .map(([place, key, value, repeats]): Change => (text) => {
    const node = placeIn(text, place);
    const object = node?.type === "object" ? node : node?.parent?.parent;
    if (object?.type !== "object" || !object.children?.length) return text;
    const known = object.children[place % object.children.length]?.children?.[0];
    const name = repeats && known ? text.slice(known.offset, known.offset + known.length) : key;
    return `${text.slice(0, object.offset + 1)}${name}:${value},${text.slice(object.offset + 1)}`;
  });
const identity = fc
  .tuple(fc.constantFrom("id", "publisherId"), aValue)
  .map(([name, value]): Change => {
    return (text) => text.replace(new RegExp(`"${name}":"[^"]*"`), () => `"${name}":${value}`);
  });
const truncated = seed.map(
  (place): Change =>
    (text) =>
      text.slice(0, place % (text.length + 1)),
);
const inserted = fc
  .tuple(seed, fc.constantFrom("{", "}", '"', ",", ":", "\\", "\u0000", "'", "//", "NaN", "\n"))
  .map(([place, what]): Change => {
    return (text) => text.slice(0, place % text.length) + what + text.slice(place % text.length);
  });

const aChange = fc.oneof(
  { weight: 12, arbitrary: wrongValue },
  { weight: 8, arbitrary: extraKey },
  { weight: 3, arbitrary: wrapped },
  { weight: 4, arbitrary: missing },
  { weight: 2, arbitrary: asObject },
  { weight: 2, arbitrary: identity },
  { weight: 1, arbitrary: truncated },
  { weight: 1, arbitrary: inserted },
);

const asUtf8 = (text: string) => Buffer.from(text);
const anEncoding = fc.oneof(
  { weight: 20, arbitrary: fc.constant(asUtf8) },
  { weight: 1, arbitrary: fc.constant((text: string) => Buffer.from(`\ufeff${text}`)) },
  { weight: 1, arbitrary: fc.constant((text: string) => Buffer.from(text, "utf16le")) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(seed, fc.constantFrom("ff", "c080", "eda080", "f4908080", "e282"))
      .map(([place, hex]) => (text: string) => {
        const bytes = asUtf8(text);
        const cut = place % (bytes.length + 1);
        return Buffer.concat([
          bytes.subarray(0, cut),
          Buffer.from(hex, "hex"),
          bytes.subarray(cut),
        ]);
      }),
  },
);

/** The bytes of a whole offer document after one to four changes that a client could send. */
export const aMutatedDocument = fc
  .tuple(fc.array(aChange, { minLength: 1, maxLength: 4 }), anEncoding)
  .map(([changes, encode]) => encode(changes.reduce((text, change) => change(text), whole)));

/** What a client could send to publish. */
export const aPublishBody = fc.oneof(
  { weight: 2, arbitrary: fc.constant(Buffer.from("")) },
  {
    weight: 2,
    arbitrary: aValue.map((value) => Buffer.from(`{"metadata":{"notification-emails":${value}}}`)),
  },
  { weight: 1, arbitrary: aValue.map((value) => Buffer.from(`{"metadata":${value}}`)) },
  { weight: 1, arbitrary: aValue.map((value) => Buffer.from(value)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)) },
);
