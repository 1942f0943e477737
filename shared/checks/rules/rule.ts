import { findNodeAtOffset } from "jsonc-parser";
import type { JsonDocument, JsonNode } from "../../arm/json/json-document.ts";
import { jsonPathOf } from "../../arm/json/json-path.ts";
import { stablePathOf } from "../../arm/json/stable-path.ts";
import type { Template } from "../../arm/template/template.ts";
import type { Finding } from "../../findings/finding.ts";
import { fingerprintOf } from "../../findings/fingerprint.ts";
import type { CertificationModel } from "../model/certification-model.ts";

/** What a rule says about itself; reports and portal pages show it. */
export interface RuleText {
  /** The catalogue's name. */
  id: string;
  title: string;
  why: string;
  fix: string;
  /** Something wrong and what to write instead, for the reference page. */
  example?: { bad: string; good: string };
  /** Rules that marketplace reviewers only advise on are warnings. */
  severity: "error" | "warning";
  /** Where the demand comes from, unless it is the catalogue. */
  source?: string;
}

/** One certification rule. */
export interface Rule extends RuleText {
  run(model: CertificationModel): Finding[];
}

/** One place a rule objects to. */
export interface Objection {
  at: JsonNode | number;
  message: string;
  errorId?: string;
  fix?: string;
  evidence?: string;
  /** Softer than the rule where the catalogue only warns. */
  severity?: "warning";
}

/** An objection with the document it is about. */
export type PlacedObjection = Objection & { document: JsonDocument };

/** More findings of one rule than this say nothing new and would only fill the report. */
const mostFindings = 100;

/** A rule over the whole model. */
export function rule(
  text: RuleText,
  check: (model: CertificationModel) => Iterable<PlacedObjection>,
): Rule {
  return { ...text, run: (model) => toFindings(text, check(model)) };
}

/** A rule that looks at each template by itself, inner templates included. */
export function templateRule(
  text: RuleText,
  check: (template: Template) => Iterable<Objection>,
): Rule {
  return rule(text, function* overTemplates({ templates }) {
    for (const template of templates) {
      const { document } = template;
      for (const objection of check(template)) yield { ...objection, document };
    }
  });
}

/** A rule that looks at each createUiDefinition by itself. */
export function definitionRule(
  text: RuleText,
  check: (definition: JsonNode) => Iterable<Objection>,
): Rule {
  return rule(text, function* overDefinitions({ definitions }) {
    for (const document of definitions) {
      for (const objection of check(document.root)) yield { ...objection, document };
    }
  });
}

/** A rule that looks at each file of parameter values by itself. */
export function parameterFileRule(
  text: RuleText,
  check: (file: JsonNode) => Iterable<Objection>,
): Rule {
  return rule(text, function* overParameterFiles({ parameterFiles }) {
    for (const document of parameterFiles) {
      for (const objection of check(document.root)) yield { ...objection, document };
    }
  });
}

/** Errors and mere warnings are counted apart, so that many of these do not hide one of those. */
function toFindings(text: RuleText, objections: Iterable<PlacedObjection>): Finding[] {
  const findings: Finding[] = [];
  const counts = { error: new Count(), warning: new Count() };
  for (const objection of objections) {
    const count = counts[objection.severity ?? "error"];
    count.all += 1;
    if (count.all > mostFindings) continue;
    count.last = toFinding(text, objection);
    findings.push(count.last);
  }
  for (const { all, last } of Object.values(counts)) {
    if (last === undefined || all <= mostFindings) continue;
    last.message += ` ${all - mostFindings} more places have the same problem.`;
  }
  return findings;
}

class Count {
  all = 0;
  last: Finding | undefined;
}

/** The finding for an objection. */
export function toFinding(text: RuleText, objection: PlacedObjection): Finding {
  const { at, document, message, errorId, evidence } = objection;
  const node = typeof at === "number" ? findNodeAtOffset(document.root, at, true) : at;
  return {
    ruleId: text.id,
    ...(errorId === undefined ? {} : { errorId }),
    severity: objection.severity ?? text.severity,
    reference: objection.severity ?? "error",
    message,
    fix: objection.fix ?? text.fix,
    file: document.file,
    ...placeOf(at, node, document),
    jsonPath: node === undefined ? "$" : jsonPathOf(node),
    ...(evidence === undefined ? {} : { evidence }),
    fingerprint: fingerprintAt(node, text.id, objection),
    whose: "content",
  };
}

/** An offset within a node says where something begins, and not where it is over. */
function placeOf(at: JsonNode | number, node: JsonNode | undefined, document: JsonDocument) {
  const offset = typeof at === "number" ? at : at.offset;
  return node?.offset === offset ? document.regionOf(node) : document.positionAt(offset);
}

function fingerprintAt(node: JsonNode | undefined, rule: string, objection: PlacedObjection) {
  return fingerprintOf(
    rule,
    objection.errorId ?? "",
    objection.document.file.toLowerCase(),
    node === undefined ? "" : stablePathOf(node),
    node?.children === undefined ? String(node?.value) : "",
  );
}
