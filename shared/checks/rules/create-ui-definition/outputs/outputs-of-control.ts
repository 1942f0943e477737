import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { stringOf, valueAt } from "../../../../arm/json/node.ts";
import { elementPathOf, type ElementPath } from "../controls/element-path.ts";
import { outputsWith, type FormOutput } from "./form-outputs.ts";
import { comesAfter, wordPattern } from "./search-text.ts";

/** The outputs that refer to a control, by what they do with it. */
interface ControlOutputs {
  /** Those that are its value, unchanged. */
  alone: readonly FormOutput[];
  /** Those that may contain its value. */
  handedOn: readonly FormOutput[];
  mentioning: readonly FormOutput[];
}

const noOutputs: ControlOutputs = { alone: [], handedOn: [], mentioning: [] };
/** Sections within sections are rare. */
const deepest = 20;
const pageReference = /\b(?:steps|basics)\s*\(/i;

/** The outputs a control feeds: those that are it alone, or else those that mention it. */
export function outputsOfControl(
  outputs: readonly FormOutput[],
  control: JsonNode,
): readonly FormOutput[] {
  const { alone, handedOn, mentioning } = outputsReferringTo(outputs, control);
  const name = stringOf(valueAt(control, "name")) ?? "";
  const nearest = [alone, handedOn, mentioning].find((found) => found.length > 0);
  if (nearest !== undefined || name === "") return nearest ?? [];
  const mentioned = RegExp(wordPattern(name), "i");
  return outputsWith(outputs, name).filter(({ text }) =>
    comesAfter(text, pageReference, mentioned),
  );
}

/** The outputs that refer to the element a node is part of. */
export function outputsReferringTo(outputs: readonly FormOutput[], node: JsonNode): ControlOutputs {
  const path = elementPathOf(node);
  const name = path?.names.at(-1);
  if (path === undefined || name === undefined || path.names.length > deepest) return noOutputs;
  const likely = outputsWith(outputs, name);
  const found = [exactly(path), loosely(path)].map((way) => referring(likely, way));
  return found.find(({ mentioning }) => mentioning.length > 0) ?? noOutputs;
}

/** A reference to an element, as it begins and ends, and what may stand between if nothing else does. */
interface Way {
  begin: string;
  between: string;
  end: string;
}

function exactly({ page, names }: ElementPath): Way {
  const [root = "", ...rest] = names.map(wordPattern);
  const end = rest.map((name) => String.raw`\s*\??\.\s*${name}`).join("");
  return { begin: String.raw`\b${page}\s*\(\s*'${root}'\s*\)${end}`, between: "", end: "" };
}

/** Reviewers take the section around an element for its step. */
function loosely({ names }: ElementPath): Way {
  const groups = names.slice(0, -1).map(wordPattern).join("|");
  const begin = String.raw`\b(?:steps|basics)\s*\(\s*'(?:${groups})'\s*\)`;
  return { begin, between: String.raw`[\w.?-]*`, end: `\\.\\s*${wordPattern(names.at(-1) ?? "")}` };
}

function referring(outputs: readonly FormOutput[], { begin, between, end }: Way): ControlOutputs {
  const [first, second] = [RegExp(begin, "i"), RegExp(end, "i")];
  const whole = RegExp(String.raw`^\s*\[\s*${begin}${between}${end}\s*\]\s*$`, "i");
  const mentioning = outputs.filter(({ text }) => comesAfter(text, first, second));
  return {
    mentioning,
    handedOn: mentioning.filter(({ handedOn }) => comesAfter(handedOn, first, second)),
    alone: mentioning.filter(({ text }) => whole.test(text)),
  };
}
