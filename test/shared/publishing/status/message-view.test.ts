import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../shared/findings/finding.ts";
import { findingView, messageView } from "../../../../shared/publishing/status/message-view.ts";

const at = "2030-01-07T09:00:00.000Z";
const finding: Finding = {
  ruleId: "offer-field-required",
  severity: "error",
  message: "Title is missing.",
  fix: "Fill in Title.",
  whose: "content",
};
/** Text that publishers, packages and reviewers could send. */
const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[<>"'&a-z/=;:! -]{0,40}$/),
  fc.constantFrom(
    "<script>alert(1)</script>",
    `"><img src=x onerror=alert(1)>`,
    "javascript:alert(1)",
    `https://a.example/"onmouseover="x`,
    "https://a.example/'><svg/onload=x>",
    "&lt;script&gt;",
  ),
);
const link = fc.option(hostile, { nil: undefined });
/** One link at the end at most, to a web address, is all the markup there may be. */
const safe = /^[^<>]*(?: <a href="https?:\/\/[^"<>]*" rel="noopener noreferrer">[^<>]*<\/a>)?$/is;

describe("a message", () => {
  it("holds no markup but a link, whatever anybody wrote", () => {
    fc.assert(
      fc.property(hostile, link, (text, to) => {
        const message = { text, level: "information" as const, at, ...(to && { link: to }) };
        expect(messageView(message).messageHtml).toMatch(safe);
      }),
      { numRuns: 2000 },
    );
  });

  it("holds none of a finding's either", () => {
    const parts = fc.record({ message: hostile, fix: hostile, file: hostile, field: hostile });
    fc.assert(
      fc.property(parts, hostile, link, (said, label, to) => {
        const found = { ...finding, ...said, tab: label, label, ...(to && { link: to }) };
        expect(findingView(found, at).messageHtml).toMatch(safe);
      }),
      { numRuns: 2000 },
    );
  });

  it("of a field says where the editor shows it, and what the document calls it", () => {
    const field = "definition.offer.microsoft-azure-marketplace.title";
    const found = { ...finding, tab: "Marketplace", label: "Title", field, jsonPath: "$.x" };
    expect(findingView(found, at).messageHtml).toBe(
      `Marketplace › Title: Title is missing. Fill in Title. (offer-field-required, ${field})`,
    );
  });
});
