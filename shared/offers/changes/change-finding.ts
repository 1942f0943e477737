import type { Finding } from "../../findings/finding.ts";
import { type DocumentPath, fieldOf, jsonPathOf } from "./document-path.ts";

/** Every rule about what earlier published versions bind later ones to. */
type ChangeRule =
  | "identifier-changed"
  | "hero-logo-removed"
  | "standard-contract-left"
  | "plan-removed"
  | "plan-type-changed"
  | "plan-made-private"
  | "plan-billing-changed"
  | "plan-price-raised"
  | "plan-version-order"
  | "plan-version-changed";

/** Where in the offer editor a finding belongs. */
interface ChangePlace {
  readonly tab: "Offer Settings" | "SKUs" | "Marketplace";
  readonly label: string;
  readonly path: DocumentPath;
}

interface Said {
  readonly message: string;
  readonly fix: string;
}

const found =
  (severity: Finding["severity"]) =>
  (ruleId: ChangeRule, { path, tab, label }: ChangePlace, said: Said): Finding => ({
    ruleId,
    severity,
    ...said,
    field: fieldOf(path),
    jsonPath: jsonPathOf(path),
    tab,
    label,
    whose: "content",
  });

/** A change that keeps the offer from being published. */
export const forbidden = found("error");

/** A change that is allowed and should be meant. */
export const warned = found("warning");
