import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { buildModel } from "../../../shared/checks/model/certification-model.ts";
import { allRules } from "../../../shared/checks/rules/all-rules.ts";
import type { Rule } from "../../../shared/checks/rules/rule.ts";
import { placesIn } from "./marked-template.ts";

const facts = factsAsOf(new Date("2026-11-01"));

/** What a rule says of some files, and the places that were marked in them by "¤". */
export function judgeMarkedFiles(rule: Rule, marked: Readonly<Record<string, string>>) {
  const files = Object.entries(marked).map(([path, text]) => ({
    path,
    bytes: Buffer.from(text.replaceAll("¤", "")),
  }));
  const model = buildModel(files, {
    mainTemplate: "mainTemplate.json",
    createUiDefinition: "createUiDefinition.json",
  });
  const findings = rule.run({ ...model, facts });
  return {
    found: findings.map(({ errorId, reference }) =>
      reference === "warning" ? `advice ${errorId ?? ""}` : errorId,
    ),
    places: findings.map(({ file, line, column }) => ({ file, line, column })),
    marked: Object.entries(marked).flatMap(([file, text]) =>
      placesIn(text).map((place) => ({ file, ...place })),
    ),
  };
}

/** A definition with some elements on its first page, steps, and outputs. */
export const formOf = (basics: string, outputs = "{}", steps = "[]") => `{
  "parameters": {
    "basics": [${basics}],
    "steps": ${steps},
    "outputs": ${outputs}
  }
}`;

/** A main template with some parameters. */
export const templateOf = (parameters: string) => `{
  "parameters": ${parameters},
  "resources": [{}]
}`;

/** The rule of a name. */
export function ruleOf(id: string): Rule {
  const rule = allRules.find((it) => it.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
}
