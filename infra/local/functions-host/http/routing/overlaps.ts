import { loneParameter, matchTemplate } from "./match-template.ts";
import type { Part, RouteTemplate, Segment } from "./route-template.ts";
import type { Route } from "./router.ts";

/** Two functions that could answer the same request; the first in name order would. */
export interface Overlap {
  first: Route;
  second: Route;
  methods: string[];
}

/** Every pair of routes that share a method and a possible path. */
export function findOverlaps(routes: readonly Route[]): Overlap[] {
  return routes.flatMap((first, index) =>
    routes.slice(index + 1).flatMap((second) => {
      const methods = [...first.methods].filter((method) => second.methods.has(method));
      const isSame = methods.length > 0 && mayOverlap(first.template, second.template);
      return isSame ? [{ first, second, methods }] : [];
    }),
  );
}

/** Whether a path may exist that both match; errs on the side of yes for unusual constraints. */
function mayOverlap(one: RouteTemplate, other: RouteTemplate): boolean {
  return restOverlaps(one.segments, other.segments);
}

function restOverlaps(one: readonly Segment[], other: readonly Segment[]): boolean {
  if (isAbsentPossible(one) && isAbsentPossible(other)) return true;
  const [a] = one;
  const [b] = other;
  if (!a || !b) return false;
  if (loneParameter(a)?.isCatchAll || loneParameter(b)?.isCatchAll) return true;
  return segmentsOverlap(a, b) && restOverlaps(one.slice(1), other.slice(1));
}

function isAbsentPossible(rest: readonly Segment[]): boolean {
  return rest.every((segment) => {
    const only = loneParameter(segment);
    if (!only) return false;
    return only.isOptional || only.isCatchAll || only.defaultValue !== undefined;
  });
}

function segmentsOverlap(a: Segment, b: Segment): boolean {
  const literalA = loneLiteral(a);
  const literalB = loneLiteral(b);
  if (literalA !== undefined && literalB !== undefined) {
    return literalA.toLowerCase() === literalB.toLowerCase();
  }
  if (literalA !== undefined) return takes(b, literalA);
  if (literalB !== undefined) return takes(a, literalB);
  const [onlyA, onlyB] = [loneParameter(a), loneParameter(b)];
  if (onlyA && onlyB) return !areDisjoint(onlyA.constraintTexts, onlyB.constraintTexts);
  return edgesAgree(a[0], b[0], "start") && edgesAgree(a.at(-1), b.at(-1), "end");
}

function loneLiteral(segment: Segment): string | undefined {
  return segment.length === 1 && typeof segment[0] === "string" ? segment[0] : undefined;
}

function takes(segment: Segment, literal: string): boolean {
  return matchTemplate({ text: "", segments: [segment] }, literal) !== undefined;
}

function edgesAgree(a: Part | undefined, b: Part | undefined, side: "start" | "end"): boolean {
  if (typeof a !== "string" || typeof b !== "string") return true;
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return side === "start"
    ? one.startsWith(other) || other.startsWith(one)
    : one.endsWith(other) || other.endsWith(one);
}

const kinds: Record<string, string> = {
  int: "number",
  long: "number",
  min: "number",
  max: "number",
  range: "number",
  guid: "guid",
  bool: "bool",
  alpha: "letters",
};

function areDisjoint(a: readonly string[], b: readonly string[]): boolean {
  const kindsOf = (texts: readonly string[]) =>
    texts.flatMap((text) => kinds[text.split("(", 1)[0]?.toLowerCase() ?? ""] ?? []);
  return kindsOf(a).some((kind) => kindsOf(b).some((other) => !mayBeBoth(kind, other)));
}

// "true" has only letters, and so may a guid.
function mayBeBoth(one: string, other: string): boolean {
  const pair = [one, other];
  return one === other || (pair.includes("letters") && !pair.includes("number"));
}
