import { z } from "zod";
import type { Finding } from "../../findings/finding.ts";
import type { JsonObject } from "../json-fields.ts";
import { textOf } from "../json-fields.ts";
import { checkMarkup } from "./markup-rules.ts";
import type { TextField, TextFormat } from "./offer-fields.ts";
import { advice, problem } from "./prerequisite-finding.ts";

const email = z.email();

export const isWebAddress = (text: string): boolean =>
  /^https?:\/\//i.test(text) && URL.canParse(text);

const formats: Readonly<Record<TextFormat, { fits(text: string): boolean; name: string }>> = {
  text: { fits: () => true, name: "text" },
  html: { fits: () => true, name: "text" },
  url: { fits: isWebAddress, name: "a web address that begins with https:// or http://" },
  email: { fits: (text) => email.safeParse(text).success, name: "a mail address" },
};

const missing = (rule: TextField, field: string): Finding[] => {
  const said = { field, message: `${rule.label} is missing.`, fix: `Fill in ${rule.label}.` };
  if (rule.need === "required") return [problem("offer-field-required", said)];
  return rule.need === "recommended" ? [advice("offer-field-recommended", said)] : [];
};

/** Checks one text field against the offer model. `at` is the path of the object that holds it. */
export function checkText(fields: JsonObject, rule: TextField, at: string): Finding[] {
  const field = `${at}.${rule.key}`;
  const value = fields[rule.key];
  const text = textOf(value);
  if (value !== undefined && value !== null && typeof value !== "string") {
    const said = {
      field,
      message: `${rule.label} is not text.`,
      fix: "Write it as a JSON string.",
    };
    return [problem("offer-field-malformed", said)];
  }
  if (text === "") return missing(rule, field);
  const findings: Finding[] = [];
  if (rule.most !== undefined && text.length > rule.most) {
    findings.push(
      problem("offer-field-too-long", {
        field,
        message: `${rule.label} has ${String(text.length)} characters; at most ${String(rule.most)} are allowed.`,
        fix: `Shorten it by ${String(text.length - rule.most)} characters.`,
      }),
    );
  }
  const format = formats[rule.format];
  if (!format.fits(text)) {
    findings.push(
      problem("offer-field-malformed", {
        field,
        message: `${rule.label} is not ${format.name}.`,
        fix: `Enter ${format.name}.`,
      }),
    );
  }
  return rule.format === "html" ? [...findings, ...checkMarkup(text, field, rule.label)] : findings;
}
