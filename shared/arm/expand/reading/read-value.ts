import type { JsonNode } from "../../json/json-document.ts";
import { itemsOf, propertiesOf, type JsonProperty } from "../../json/node.ts";
import { sourceOffset } from "../../language/source-offset.ts";
import type { SyntaxProblem } from "../../language/syntax.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { Failure } from "../evaluate/failure.ts";
import { ArmObject, longestName, type ArmValue } from "../values/arm-value.ts";
import { Symbolic } from "../values/symbolic.ts";
import { copiesIn, unrolled } from "./copies.ts";
import { report, type Site } from "./site.ts";

/** The value of a piece of a template; what cannot be evaluated is reported and left unknown. */
export function readValue(node: JsonNode, site: Site): ArmValue {
  const { work } = site.environment;
  work.spend(1);
  const value = work.within(() => readInside(node, site));
  if (value !== undefined) return value;
  report(site, node, "too-deep", "Values and variables lead to one another too deeply.");
  return new Symbolic("any", "error", "…");
}

function readInside(node: JsonNode, site: Site): ArmValue {
  if (node.type === "string") return readString(node, site);
  if (node.type === "array") return itemsOf(node).map((item) => readValue(item, site));
  if (node.type === "object") return readObject(node, site);
  const value: unknown = node.value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** The value of an object, some of its properties left out. */
export function readObject(
  node: JsonNode,
  site: Site,
  without: ReadonlySet<string> = new Set(),
): ArmObject {
  const object = new ArmObject();
  const copies = copiesIn(node);
  for (const property of propertiesOf(node)) {
    const isCopy = copies.length > 0 && property.name.toLowerCase() === "copy";
    if (isCopy || without.has(property.name.toLowerCase())) continue;
    object.set(nameOf(property, site), readValue(property.value, site));
  }
  for (const copy of copies)
    object.set(bounded(copy.name, copy.input, site), unrolled(copy, site, readValue));
  return object;
}

function nameOf({ name, key }: JsonProperty, site: Site): string {
  if (!name.startsWith("[")) return bounded(name, key, site);
  const value = readString(key, site);
  if (value instanceof Symbolic) return `[${value.text}]`;
  return bounded(typeof value === "string" ? value : name, key, site);
}

function bounded(name: string, node: JsonNode, site: Site): string {
  if (name.length <= longestName) return name;
  const message = `The name of a property has more than ${longestName} characters: shorten it.`;
  report(site, node, "name-too-long", message);
  return name.slice(0, longestName);
}

function readString(node: JsonNode, site: Site): ArmValue {
  const read = site.run.stringOf(node);
  if (read.kind === "text") return read.value;
  if (read.kind === "problem") return notUnderstood(node, site, "expression-syntax", read.problem);
  try {
    return evaluate(read.expression, site.environment);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message, offset = 0 } = error;
    return notUnderstood(node, site, code, { message, offset });
  }
}

function notUnderstood(
  node: JsonNode,
  { run, document }: Site,
  code: string,
  { message, offset }: SyntaxProblem,
): Symbolic {
  run.work.spendText(offset);
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  run.diagnostics.add(code, sentence, document, sourceOffset(document, node, offset));
  return new Symbolic("any", "error", "…");
}
