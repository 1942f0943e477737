/** The types of values, as templates name them; "any" only for what is not known yet. */
export type ArmType = "null" | "bool" | "int" | "string" | "array" | "object" | "any";
