import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { stringOf, valueAt } from "../../../../arm/json/node.ts";
import { wordPattern } from "../outputs/outputs-of-control.ts";

/** Whose values an `allowedValues` lists, and how its output looks. */
interface Choice {
  /** In small letters. */
  name: string | undefined;
  looksLike: RegExp | undefined;
}

/**
 * The nearest object with a name is the control; an object around it that has one too counts as
 * the step, be it a section, as reviewers count it. The settings under `config` are called by
 * their keys.
 */
export function choiceOf(allowedValues: JsonNode): Choice {
  const around = [...objectsAround(allowedValues)];
  const setting = around.map(keyOf);
  if (setting.includes("config")) {
    const name = setting[0]?.toLowerCase();
    return name === undefined
      ? { name, looksLike: undefined }
      : { name, looksLike: RegExp(`${wordPattern(name)}\\(`, "i") };
  }
  const at = around.findIndex((node) => nameOf(node) !== "");
  const control = around[at];
  if (control === undefined) return { name: undefined, looksLike: undefined };
  const name = nameOf(control);
  const group = around[at + 1];
  const step = group === undefined ? "" : nameOf(group);
  const pattern =
    step === ""
      ? `basics\\(\\s*'${wordPattern(name)}'\\s*\\)`
      : `steps\\(\\s*'${wordPattern(step)}'\\s*\\).*\\.${wordPattern(name)}`;
  return { name: name.toLowerCase(), looksLike: RegExp(pattern, "i") };
}

function* objectsAround(node: JsonNode): Generator<JsonNode> {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.type === "object") yield at;
  }
}

const nameOf = (node: JsonNode): string => stringOf(valueAt(node, "name")) ?? "";

/** The property an object is the value of. */
function keyOf(node: JsonNode): string | undefined {
  return node.parent?.type === "property" ? String(node.parent.children?.[0]?.value) : undefined;
}
