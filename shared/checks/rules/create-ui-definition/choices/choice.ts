import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../../arm/json/node.ts";
import type { FormOutput } from "../outputs/form-outputs.ts";
import { elementPathOf } from "../controls/element-path.ts";
import { outputsReferringTo } from "../outputs/outputs-of-control.ts";
import { wordPattern } from "../outputs/search-text.ts";

/** Whose values an `allowedValues` lists, and where they go. */
export interface Choice {
  name: string | undefined;
  /** Outputs that depend on the choice. */
  outputs: readonly FormOutput[];
  /** Those whose value is one of the choices. */
  holding: readonly FormOutput[];
  isInSection: boolean;
}

const nowhere = { outputs: [], holding: [], isInSection: false };

/** The nearest object with a name is the control. */
export function choiceOf(allowedValues: JsonNode, outputs: readonly FormOutput[]): Choice {
  const around = [...objectsAround(allowedValues)];
  const keys = around.map(keyOf);
  if (keys.includes("config")) return settingOf(keys[0], outputs);
  const at = around.findIndex((node) => nameOf(node) !== "");
  const control = around[at];
  if (control === undefined) return { ...nowhere, name: undefined };
  const { alone, handedOn, mentioning } = outputsReferringTo(outputs, control);
  const holding = alone.length > 0 ? alone : handedOn.slice(0, 1);
  const isInSection = isSection(around.slice(at + 1));
  const name = nameOf(control);
  // What columns of a grid offer is part of its rows.
  const isItsOwn = at <= 1 && elementPathOf(control)?.names.at(-1) === name;
  return { name, outputs: mentioning, holding: isItsOwn ? holding : [], isInSection };
}

/** The settings under `config` are called as functions of their keys. */
function settingOf(name: string | undefined, outputs: readonly FormOutput[]): Choice {
  if (name === undefined) return { ...nowhere, name };
  const call = RegExp(`${wordPattern(name)}\\(`, "i");
  const calling = outputs.filter(({ text }) => call.test(text));
  const own = calling.filter((output) => sameText(output.name, name));
  const holding = own.length > 0 ? own : calling.slice(0, 1);
  return { ...nowhere, name, outputs: calling, holding };
}

function* objectsAround(node: JsonNode): Generator<JsonNode> {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.type === "object") yield at;
  }
}

const nameOf = (node: JsonNode): string => stringOf(valueAt(node, "name")) ?? "";

/** Whether the nearest of these is a section; a step, as a place, has no type. */
const isSection = ([nearest]: readonly JsonNode[]): boolean =>
  sameText(stringOf(valueAt(nearest, "type")), "Microsoft.Common.Section");

/** The property an object is the value of, in small letters. */
function keyOf(node: JsonNode): string | undefined {
  if (node.parent?.type !== "property") return undefined;
  return String(node.parent.children?.[0]?.value).toLowerCase();
}
