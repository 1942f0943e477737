import { LineTable } from "../../../arm/json/line-table.ts";
import type { Finding } from "../../../findings/finding.ts";
import { fingerprintOf } from "../../../findings/fingerprint.ts";
import type { JsonFile } from "../../model/certification-model.ts";
import { toFinding, type Rule, type RuleText } from "../rule.ts";

const text: RuleText = {
  id: "JSONFiles-Should-Be-Valid",
  title: "JSON files can be read",
  why: "A file that cannot be read cannot be deployed, and nothing else about it can be checked.",
  fix: "Correct the JSON at this place; an editor that knows JSON underlines it.",
  example: {
    bad: '{"contentVersion": "1.0.0.0" "parameters": {}}',
    good: '{"contentVersion": "1.0.0.0", "parameters": {}}',
  },
  severity: "error",
};

/** Every .json and .jsonc file must parse; what only a lenient reader takes is a warning. */
export const jsonFilesShouldBeValid: Rule = {
  ...text,
  run: (model) => model.jsonFiles.flatMap(checkFile),
};

function checkFile(file: JsonFile): Finding[] {
  const findings = file.reading.ok ? liberties(file) : problems(file);
  if (!file.isExact) findings.push(notText(file.path));
  return findings;
}

function problems({ path, reading }: JsonFile): Finding[] {
  if (reading.ok) return [];
  const [first, ...others] = reading.problems;
  const more = others.length === 0 ? "" : `, and ${others.length} more problems follow`;
  return [
    {
      ruleId: text.id,
      errorId: "Invalid.JSON",
      severity: "error",
      reference: "error",
      message: `${path} is not valid JSON: ${first?.message ?? "it cannot be read"}${more}.`,
      fix: text.fix,
      file: path,
      ...new LineTable(reading.text).positionAt(first?.offset ?? 0),
      jsonPath: "$",
      fingerprint: fingerprintOf(text.id, "Invalid.JSON", path.toLowerCase()),
      whose: "content",
    },
  ];
}

function liberties({ path, reading }: JsonFile): Finding[] {
  if (!reading.ok) return [];
  const [first, ...others] = reading.document.liberties;
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const message = `${path} can be deployed, but strict readers refuse it or read it otherwise: ${first.message}${more}.`;
  const fix = "Write plain JSON: no comments, no trailing commas, each name once and in quotes.";
  const { document } = reading;
  return [toFinding(text, { document, at: first.offset, message, fix, severity: "warning" })];
}

function notText(path: string): Finding {
  return {
    ruleId: text.id,
    severity: "warning",
    reference: "warning",
    message: `${path} holds bytes that are not UTF-8 text.`,
    fix: "Save the file as UTF-8.",
    file: path,
    jsonPath: "$",
    fingerprint: fingerprintOf(text.id, "not text", path.toLowerCase()),
    whose: "content",
  };
}
