import type { Part, RouteParameter, RouteTemplate, Segment } from "./route-template.ts";

/** Route parameters of a request; null is a catch-all that caught nothing. */
export type RouteValues = Record<string, string | null>;

/** The values a path gives to a template, or undefined when it does not match. */
export function matchTemplate(template: RouteTemplate, path: string): RouteValues | undefined {
  const values: RouteValues = {};
  const isMatch =
    matchSegments(template.segments, path, values) &&
    template.segments.flat().every((part) => typeof part === "string" || isValid(part, values));
  return isMatch ? values : undefined;
}

function matchSegments(segments: readonly Segment[], path: string, values: RouteValues): boolean {
  const texts = pathSegments(path);
  for (const [index, segment] of segments.entries()) {
    const text = texts[index];
    if (text === "") return false;
    const only = loneParameter(segment);
    if (only?.isCatchAll) {
      values[only.name] = catchRest(path, index) ?? only.defaultValue ?? null;
      return true;
    }
    const isMatch =
      text === undefined ? fillAbsent(only, values) : matchSegment(segment, text, values);
    if (!isMatch) return false;
  }
  return texts.length <= segments.length;
}

/** The parameter of a segment that consists of nothing else. */
export function loneParameter(segment: Segment): RouteParameter | undefined {
  const [first] = segment;
  return segment.length === 1 && typeof first === "object" ? first : undefined;
}

// One trailing slash counts for nothing.
function pathSegments(path: string): string[] {
  const inner = path.replace(/^\//, "").replace(/\/$/, "");
  return inner === "" && path.length <= 1 ? [] : inner.split("/");
}

function catchRest(path: string, index: number): string | undefined {
  const rest = path
    .split("/")
    .slice(index + 1)
    .join("/");
  return rest === "" ? undefined : rest;
}

function fillAbsent(only: RouteParameter | undefined, values: RouteValues): boolean {
  if (!only) return false;
  if (only.defaultValue !== undefined) values[only.name] = only.defaultValue;
  return only.isOptional || only.defaultValue !== undefined;
}

function matchSegment(segment: Segment, text: string, values: RouteValues): boolean {
  const only = loneParameter(segment);
  if (only) {
    values[only.name] = text;
    return true;
  }
  if (matchParts(segment, text, values)) return true;
  const last = segment.at(-1);
  const separator = segment.at(-2);
  if (typeof last !== "object" || !last.isOptional || typeof separator !== "string") return false;
  return !text.endsWith(separator) && matchParts(segment.slice(0, -2), text, values);
}

// Greedy from the left is the same as the official search from the right: the last literal that
// leaves something for every parameter wins.
function matchParts(parts: readonly Part[], text: string, values: RouteValues): boolean {
  const source = parts.map((part) => (typeof part === "string" ? escape(part) : "(.+)")).join("");
  const match = new RegExp(`^${source}$`, "is").exec(text);
  if (!match) return false;
  const parameters = parts.filter((part) => typeof part === "object");
  for (const [index, parameter] of parameters.entries()) {
    values[parameter.name] = match[index + 1] ?? "";
  }
  return true;
}

function escape(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function isValid(parameter: RouteParameter, values: RouteValues): boolean {
  const value = values[parameter.name];
  if (value === undefined) return true;
  if (value === null) return parameter.constraints.length === 0;
  return parameter.constraints.every((takes) => takes(value));
}
