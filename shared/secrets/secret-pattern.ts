import type { Anchored } from "./anchors/anchor-index.ts";
import type { SecretKind } from "./secret-hit.ts";

/** How strictly a value must look like a real secret. */
export type Guard =
  /** The form says it all; only obvious stand-ins are passed over. */
  | "form"
  /** Any text may stand there: it must look chosen or drawn, not like a name or a reference. */
  | "value";

/** One kind of secret and how its text looks. */
export interface SecretPattern extends SecretKind, Anchored {
  /** Global; the group `secret` holds the part that must not be shown. */
  expression: RegExp;
  guard: Guard;
  /** A last look at what stands around the match. */
  isIn?: (text: string, at: number, secret: string) => boolean;
  /** Not for JSON, where the parsed document tells more. */
  outsideJson?: boolean;
}

/** A kind of secret that its form gives away. */
export function formPattern(
  id: string,
  what: string,
  anchors: string | readonly string[],
  expression: RegExp,
): SecretPattern {
  return { id, what, anchors: [anchors].flat(), expression, guard: "form", severity: "error" };
}

/** A kind of secret that only the words before it give away. */
export function valuePattern(
  id: string,
  what: string,
  anchors: string | readonly string[],
  expression: RegExp,
): SecretPattern {
  return { id, what, anchors: [anchors].flat(), expression, guard: "value", severity: "error" };
}
