import type { Finding } from "../../../findings/finding.ts";
import { type DocumentPath, fieldOf, jsonPathOf } from "../../changes/document-path.ts";
import type { PrerequisiteRule } from "../../prerequisites/prerequisite-rule.ts";
import type { Tab } from "../tabs.ts";

/** Where in the editor and in the document. */
export interface FieldPlace {
  readonly tab: Tab;
  readonly label: string;
  readonly path: DocumentPath;
}

interface Said {
  readonly message: string;
  readonly fix: string;
}

const found =
  (severity: Finding["severity"]) =>
  (ruleId: PrerequisiteRule, { tab, label, path }: FieldPlace, said: Said): Finding => ({
    ruleId,
    severity,
    ...said,
    field: fieldOf(path),
    jsonPath: jsonPathOf(path),
    tab,
    label,
    whose: "content",
  });

/** A problem that stops the offer. */
export const problemAt = found("error");

/** A problem that is shown and passes. */
export const adviceAt = found("warning");
