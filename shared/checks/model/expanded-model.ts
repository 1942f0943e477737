import { expandTemplate } from "../../arm/expand/expand-template.ts";
import type { Expansion, TemplateSource } from "../../arm/expand/expansion.ts";
import type { JsonDocument } from "../../arm/json/json-document.ts";
import type { CertificationModel } from "./certification-model.ts";

const known = new WeakMap<CertificationModel, Expansion>();
const nothing: Expansion = { scopes: [], outputs: {}, diagnostics: [] };

/** What the main template would deploy; found out once, for all rules. */
export function expansionOf(model: CertificationModel): Expansion {
  const { mainTemplate, facts } = model;
  if (mainTemplate === undefined) return nothing;
  const before = known.get(model);
  if (before !== undefined) return before;
  const files = linkable(model);
  const expansion = expandTemplate(mainTemplate, {
    asOf: new Date(`${facts.asOf}T00:00:00Z`),
    readTemplate: (path) => files.get(path.toLowerCase()),
  });
  known.set(model, expansion);
  return expansion;
}

/** A place an expansion tells, in its document. */
export function placeOf(
  { jsonFiles }: CertificationModel,
  { file, line, column }: { file: string; line: number; column: number },
): { at: number; document: JsonDocument } | undefined {
  const reading = jsonFiles.find(({ path }) => path === file)?.reading;
  if (reading?.ok !== true) return undefined;
  const { document } = reading;
  return { at: document.offsetAt({ line, column }), document };
}

/** The files that can be linked to, by their path in small letters. */
function linkable({ templates }: CertificationModel): ReadonlyMap<string, TemplateSource> {
  const wholes = templates.filter(({ role }) => role !== "inner");
  return new Map(wholes.map((template) => [template.document.file.toLowerCase(), template]));
}
