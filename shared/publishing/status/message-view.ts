import type { Finding } from "../../findings/finding.ts";
import type { StepMessage } from "../progress/progress.ts";

/** A message of the CPP dialect; the only place where text becomes markup. */
export interface MessageView {
  readonly messageHtml: string;
  readonly level: StepMessage["level"];
  readonly timestamp: string;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that can stand anywhere in HTML, also inside an attribute. */
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const isWebLink = (link: string): boolean => /^https?:\/\//i.test(link);

const anchor = (link: string | undefined): string =>
  link !== undefined && isWebLink(link)
    ? ` <a href="${escapeHtml(link)}" rel="noopener noreferrer">${escapeHtml(link)}</a>`
    : "";

export const messageView = (message: StepMessage): MessageView => ({
  messageHtml: escapeHtml(message.text) + anchor(message.link),
  level: message.level,
  timestamp: message.at,
});

/** The place a finding points to, as a person would say it. */
function placeOf({ file, line, column, jsonPath, field, tab, label }: Finding): string {
  const position = [line, column].filter((part) => part !== undefined).join(":");
  const inFile = file === undefined ? undefined : position === "" ? file : `${file}:${position}`;
  const inEditor = tab === undefined || label === undefined ? field : `${tab} › ${label}`;
  // In the document the field says the same.
  const inJson = field === undefined ? jsonPath : undefined;
  return [inEditor, inFile, inJson].filter((part) => part !== undefined).join(" ");
}

/** A finding as a message: where, what, how to fix it, and its rule. */
export function findingView(finding: Finding, at: string): MessageView {
  const place = placeOf(finding);
  const said = place === "" ? finding.message : `${place}: ${finding.message}`;
  const fix = finding.fix === "" ? "" : ` ${finding.fix}`;
  const { ruleId, label, field } = finding;
  const rule = label === undefined || field === undefined ? ruleId : `${ruleId}, ${field}`;
  return {
    messageHtml: `${escapeHtml(`${said}${fix} (${rule})`)}${anchor(finding.link)}`,
    level: finding.severity,
    timestamp: at,
  };
}
