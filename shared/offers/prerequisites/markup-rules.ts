import type { Finding } from "../../findings/finding.ts";
import { adviceAt, type FieldPlace, problemAt } from "../model/inspect/model-finding.ts";

const allowed = new Set(["p", "em", "ul", "li", "ol", "h1", "h2", "h3", "h4", "h5", "h6"]);
/** As the documentation names them. */
const allowedMarkup = "p, em, ul, li, ol and headings";

const dangerous =
  /<\s*\/?\s*(?:script|iframe|frame|frameset|object|embed|applet|style|form|input|button|link|meta|base|svg|math|xmp|noscript|template|textarea)\b/i;
const active =
  /<[^>]*[\s/"'](?:on[a-z]+\s*=|(?:href|src|action|formaction|xlink:href)\s*=\s*["']?\s*(?:javascript|data|vbscript)\s*:)/i;
/** What browsers drop or turn into text on the way to a script address. */
const disguises = /[\p{Cc}\p{Cf}\u2028\u2029]|<!--|&(?:#x?[0-9a-f]+|colon|tab|newline);?/giu;

const tagsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<\s*\/?\s*([a-z][a-z0-9-]*)/gi)].map((match) =>
    (match[1] ?? "").toLowerCase(),
  );

const isActive = (html: string): boolean =>
  [html, html.replace(disguises, "")].some((text) => dangerous.test(text) || active.test(text));

/** Listing text holds simple markup only: p, em, ul, li, ol and headings. */
export function checkMarkup(html: string, place: FieldPlace): Finding[] {
  const { label } = place;
  if (isActive(html)) {
    const message = `${label} holds active content (a script, a frame, an event handler or the like).`;
    const fix = `Remove it; only ${allowedMarkup} are shown.`;
    return [problemAt("offer-markup", place, { message, fix })];
  }
  const others = [...new Set(tagsOf(html).filter((tag) => !allowed.has(tag)))];
  if (others.length === 0) return [];
  const message = `${label} uses ${others.map((tag) => `<${tag}>`).join(", ")}, which will not be shown.`;
  return [adviceAt("offer-markup", place, { message, fix: `Use only ${allowedMarkup}.` })];
}
