import type { Finding } from "../../findings/finding.ts";

/** Every rule of the offer document, by its stable name. */
export type PrerequisiteRule =
  | "offer-field-required"
  | "offer-field-too-long"
  | "offer-field-malformed"
  | "offer-field-recommended"
  | "offer-markup"
  | "offer-categories"
  | "offer-preview-subscriptions"
  | "offer-useful-links"
  | "offer-plans"
  | "plan-identity"
  | "plan-audience"
  | "plan-managed-application"
  | "plan-package-missing"
  | "plan-package-version"
  | "plan-version-order"
  | "plan-version-changed"
  | "plan-price-raised"
  | "plan-made-private"
  | "asset-reference"
  | "asset-missing"
  | "asset-not-uploaded"
  | "asset-rejected"
  | "asset-kind"
  | "asset-pixels"
  | "hero-logo-removed"
  | "lead-destination"
  | "test-drive-settings";

interface Problem {
  readonly field: string;
  readonly message: string;
  readonly fix: string;
}

const found =
  (severity: Finding["severity"]) =>
  (ruleId: PrerequisiteRule, { field, message, fix }: Problem): Finding => ({
    ruleId,
    severity,
    message,
    fix,
    field,
    whose: "content",
  });

/** A problem that stops the offer. */
export const problem = found("error");

/** A problem that is shown and passes. */
export const advice = found("warning");
