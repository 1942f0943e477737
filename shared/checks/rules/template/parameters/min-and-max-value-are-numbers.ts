import { findProperty } from "../../../../arm/json/node.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { templateRule, type Objection } from "../../rule.ts";

const bounds = [
  { name: "minValue", short: "Min", other: "maxValue", otherShort: "Max" },
  { name: "maxValue", short: "Max", other: "minValue", otherShort: "Min" },
] as const;

/** Bounds of a parameter are whole numbers and come in pairs. */
export const minAndMaxValueAreNumbers = templateRule(
  {
    id: "Min-And-Max-Value-Are-Numbers",
    title: "minValue and maxValue are whole numbers",
    why: "The template engine refuses other bounds, and one bound alone is usually an oversight.",
    fix: "Give the parameter both minValue and maxValue, as whole numbers without quotes.",
    example: {
      bad: '{ "type": "int", "minValue": "1" }',
      good: '{ "type": "int", "minValue": 1, "maxValue": 10 }',
    },
    severity: "error",
  },
  function* check(template) {
    for (const { name, node } of template.parameters) {
      for (const bound of bounds) yield* checkBound(template, { name, node }, bound);
    }
  },
);

function* checkBound(
  template: Template,
  { name, node }: Pick<Template["parameters"][number], "name" | "node">,
  bound: (typeof bounds)[number],
): Generator<Objection> {
  const given = findProperty(node, bound.name);
  if (given === undefined) return;
  const { offset, length } = given.value;
  // 10.0 is no whole number to the template engine, so the text decides and not the value.
  if (!/^-?\d+$/.test(template.document.text.slice(offset, offset + length))) {
    const message = `${bound.name} of the parameter ${name} is not a whole number.`;
    yield { at: given.value, errorId: `Parameter.${bound.short}.Not.Int`, message };
  }
  if (findProperty(node, bound.other) === undefined) {
    const message = `The parameter ${name} has a ${bound.name} but no ${bound.other}.`;
    yield { at: given.key, errorId: `Parameter.Missing.${bound.otherShort}`, message };
  }
}
