import type { JsonNode } from "../../../../arm/json/json-document.ts";
import {
  itemsOf,
  propertiesOf,
  sameText,
  stringOf,
  valueAt,
  type JsonProperty,
} from "../../../../arm/json/node.ts";
import type { Template } from "../../../../arm/template/template.ts";
import {
  type ReferencesByName,
  writtenReferences,
} from "../../../../arm/template/references/written-references.ts";
import { templateRule, type Objection } from "../../rule.ts";

interface Declared {
  name: string;
  at: JsonNode;
  /** The variable that a copy item is a property of. */
  parent?: string;
}

/** Every variable is used, also those that are made by copying. */
export const variablesMustBeReferenced = templateRule(
  {
    id: "Variables-Must-Be-Referenced",
    title: "Every variable is used",
    why: "A variable that nothing uses is a left-over, or its name is misspelt where it is meant.",
    fix: "Use the variable in an expression, or remove it.",
    example: {
      bad: `{ "name": "variables('vmName')" }`,
      good: `{ "name": "[variables('vmName')]" }`,
    },
    severity: "warning",
  },
  function* check(template) {
    const references = writtenReferences(template, "variables");
    const reached = reachedProperties(references);
    for (const declared of declaredVariables(template)) {
      const { name, at, parent } = declared;
      if (references.has(name.toLowerCase())) yield* outsideExpressions(name, references);
      else if (parent === undefined || !reachedFrom(parent, name).some((key) => reached.has(key))) {
        const message = `Nothing uses the variable ${name}.`;
        yield { at, errorId: "Variables.Must.Be.Referenced", message };
      }
    }
  },
);

function declaredVariables(template: Template): Declared[] {
  return propertiesOf(valueAt(template.node, "variables")).flatMap((variable) => {
    const { name, key, value } = variable;
    if (sameText(name, "copy")) return copyItems(value);
    return [{ name, at: key }, ...copyItems(valueAt(value, "copy"), variable)];
  });
}

function copyItems(copy: JsonNode | undefined, parent?: JsonProperty): Declared[] {
  return itemsOf(copy).flatMap((item) => {
    const at = valueAt(item, "name");
    const name = stringOf(at);
    if (at === undefined || name === undefined) return [];
    return [{ name, at, ...(parent === undefined ? {} : { parent: parent.name }) }];
  });
}

/** What is reached as `variables('parent').property`, or with all of the parent. */
function reachedProperties(references: ReferencesByName): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const [parent, found] of references) {
    for (const { property } of found) reached.add(propertyKey(parent, property));
  }
  return reached;
}

const reachedFrom = (parent: string, name: string): string[] => [
  propertyKey(parent, name),
  propertyKey(parent),
];

const propertyKey = (parent: string, name?: string): string =>
  JSON.stringify([parent.toLowerCase(), name?.toLowerCase()]);

function* outsideExpressions(name: string, references: ReferencesByName): Generator<Objection> {
  for (const { at, isInExpression } of references.get(name.toLowerCase()) ?? []) {
    if (isInExpression) continue;
    const message = `The variable ${name} is named outside an expression, so its value is not used.`;
    const fix = "Put the whole string in square brackets.";
    yield { at, errorId: "Variables.Must.Be.Referenced.In.Expression", message, fix };
  }
}
