import { z } from "zod";
import type { AssetKind } from "../asset.ts";
import type { PrerequisiteRule } from "../prerequisites/prerequisite-rule.ts";
import type { Tab } from "./tabs.ts";

/** What the offer model says about a field beside its type. */
export interface FieldNotes {
  readonly tab: Tab;
  /** What the editor calls it. */
  readonly label: string;
  readonly need: "required" | "recommended" | "optional";
  /** What it is for, in a sentence. */
  readonly what: string;
  /** How a value looks, as in "a web address that begins with https://". */
  readonly form?: string;
  readonly example?: unknown;
  /** What to do when it is missing or wrong; "Fill in LABEL." unless said. */
  readonly fix?: string;
  /** The rule it breaks, where not the general ones for missing, long and malformed fields. */
  readonly rule?: PrerequisiteRule;
  /** Its text is HTML. */
  readonly isMarkup?: true;
  /** It refers to a file: which kind of asset, and of how many pixels. */
  readonly file?: {
    readonly kind: AssetKind;
    readonly pixels?: readonly [width: number, height: number];
  };
}

export const notes = z.registry<FieldNotes>();

/** A field of the model: its type with its notes. Only required ones have to be there. */
export function field(schema: z.ZodType, said: FieldNotes): z.ZodType {
  const rules = said.form === undefined ? "" : ` It is ${said.form}.`;
  const known = schema.meta({
    title: said.label,
    description: `${said.what}${rules}`,
    ...(said.example !== undefined && { examples: [said.example] }),
  });
  notes.add(known, said);
  if (said.need === "required") return known;
  const optional = known.optional();
  notes.add(optional, said);
  return optional;
}

/** Fields of one tab. */
export const fieldsOf =
  (tab: Tab, rule?: PrerequisiteRule) =>
  (schema: z.ZodType, said: Omit<FieldNotes, "tab">): z.ZodType =>
    field(schema, { tab, ...(rule !== undefined && { rule }), ...said });

/** An object with these fields under a prefix; what else is there is kept and not looked at. */
export const prefixed = (prefix: string, shape: Readonly<Record<string, z.ZodType>>) =>
  z.looseObject(
    Object.fromEntries(Object.entries(shape).map(([key, value]) => [prefix + key, value])),
  );
