import {
  factsAsOf,
  type CertificationFacts,
} from "../../../shared/checks/facts/certification-facts.ts";
import { buildModel } from "../../../shared/checks/model/certification-model.ts";
import type { Rule } from "../../../shared/checks/rules/rule.ts";

/** Stands in a template's text where a finding is expected. */
const mark = "¤";

const facts2026 = factsAsOf(new Date("2026-11-01"));

/** What a rule says of a main template's text, and the places that were marked in it. */
export function judgeMarked(rule: Rule, marked: string, facts: CertificationFacts = facts2026) {
  const bytes = Buffer.from(marked.replaceAll(mark, ""));
  const path = "mainTemplate.json";
  const model = buildModel([{ path, bytes }], {
    mainTemplate: path,
    createUiDefinition: undefined,
  });
  const findings = rule.run({ ...model, facts });
  return {
    found: findings.map(({ errorId, reference }) => errorId ?? reference),
    places: findings.map(({ line, column }) => ({ line, column })),
    marked: placesIn(marked),
    findings,
  };
}

/** The places that are marked in a text. */
export function placesIn(marked: string) {
  return marked.split("\n").flatMap((text, line) =>
    text
      .split(mark)
      .slice(0, -1)
      .map((_, at, parts) => ({
        line: line + 1,
        column: parts.slice(0, at + 1).join("").length + 1,
      })),
  );
}
