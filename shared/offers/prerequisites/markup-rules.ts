import type { Finding } from "../../findings/finding.ts";
import { advice, problem } from "./prerequisite-finding.ts";

const allowed = new Set(["p", "em", "ul", "li", "ol", "h1", "h2", "h3", "h4", "h5", "h6"]);
const dangerous = /<\s*(?:script|iframe|object|embed|style|form|link|meta|base|svg)\b/i;
const active = /<[^>]*\s(?:on[a-z]+\s*=|(?:href|src)\s*=\s*["']?\s*(?:javascript|data):)/i;

const tagsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<\s*\/?\s*([a-z][a-z0-9]*)/gi)].map((match) => (match[1] ?? "").toLowerCase());

/** Listing text holds simple markup only: p, em, ul, li, ol and headings. */
export function checkMarkup(html: string, field: string, label: string): Finding[] {
  if (dangerous.test(html) || active.test(html)) {
    return [
      problem("offer-markup", {
        field,
        message: `${label} holds active content (a script, a frame, an event handler or the like).`,
        fix: "Remove it; only p, em, ul, li, ol and headings are shown.",
      }),
    ];
  }
  const others = [...new Set(tagsOf(html).filter((tag) => !allowed.has(tag)))];
  if (others.length === 0) return [];
  return [
    advice("offer-markup", {
      field,
      message: `${label} uses ${others.map((tag) => `<${tag}>`).join(", ")}, which will not be shown.`,
      fix: "Use only p, em, ul, li, ol and headings.",
    }),
  ];
}
