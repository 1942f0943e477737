import { readJson } from "../../../../shared/arm/json/reading/read-json.ts";
import {
  expandTemplate,
  type ExpandOptions,
} from "../../../../shared/arm/expand/expand-template.ts";
import type { TemplateSource } from "../../../../shared/arm/expand/expansion.ts";

export const asOf = new Date("2026-03-04T05:06:07Z");

export function sourceOf(content: unknown, file = "mainTemplate.json"): TemplateSource {
  const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
  const reading = readJson(text, file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return { document: reading.document, node: reading.document.root };
}

export function expanded(content: unknown, options: Partial<ExpandOptions> = {}) {
  const expansion = expandTemplate(sourceOf(content), { asOf, ...options });
  const resources = expansion.scopes.flatMap((scope) => scope.resources);
  const codes = expansion.diagnostics.map(({ code }) => code);
  return { ...expansion, resources, names: resources.map(({ name }) => name), codes };
}

/** What one expression is worth, with parameters of its own. */
export function valueOf(expression: string, rest: Record<string, unknown> = {}) {
  const outputs = { it: { type: "object", value: expression } };
  const { outputs: found, diagnostics } = expanded({ ...rest, outputs });
  return { value: found.it?.value, messages: diagnostics.map(({ message }) => message) };
}
