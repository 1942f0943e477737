import { parseParameter, type RouteParameter } from "./route-parameter.ts";

export type { RouteParameter } from "./route-parameter.ts";

/** A literal text or a parameter. */
export type Part = string | RouteParameter;

/** One segment between slashes: usually one part, sometimes several (`{name}.{ext}`). */
export type Segment = readonly Part[];

/** A parsed ASP.NET route template. */
export interface RouteTemplate {
  text: string;
  segments: readonly Segment[];
}

/** Parses a template; whatever the official router refuses is a SyntaxError. */
export function parseTemplate(text: string): RouteTemplate {
  const path = text.replace(/^~?\//, "").replace(/\/$/, "");
  const segments = path === "" ? [] : splitSegments(path).map(parseSegment);
  checkSegments(text, segments);
  return { text, segments };
}

// A slash inside braces belongs to a constraint.
function splitSegments(path: string): string[] {
  const segments: string[] = [];
  let segment = "";
  let isInside = false;
  for (const [token] of path.matchAll(/\{\{|\}\}|./gs)) {
    if (token === "{" || token === "}") isInside = token === "{";
    if (token === "/" && !isInside) {
      segments.push(segment);
      segment = "";
    } else {
      segment += token;
    }
  }
  return [...segments, segment];
}

function parseSegment(segment: string): Segment {
  const parts: Part[] = [];
  // A parameter runs to the first single closing brace; doubled braces are text.
  const pattern = /\{((?:[^{}]|\{\{|\}\})*)\}(?!\})|((?:[^{}]|\{\{|\}\})+)/gy;
  let end = 0;
  for (const match of segment.matchAll(pattern)) {
    const [whole, parameter, literal = ""] = match;
    end = match.index + whole.length;
    if (parameter === undefined) parts.push(unescapeBraces(literal));
    else parts.push(parseParameter(unescapeBraces(parameter)));
  }
  if (end !== segment.length) {
    throw new SyntaxError(`There is an incomplete parameter in the segment '${segment}'.`);
  }
  if (parts.length === 0) throw new SyntaxError("The separator '/' cannot appear consecutively.");
  return parts;
}

function unescapeBraces(text: string): string {
  return text.replaceAll("{{", "{").replaceAll("}}", "}");
}

function checkSegments(text: string, segments: readonly Segment[]): void {
  const names = new Set<string>();
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    for (const [position, part] of segment.entries()) {
      if (typeof part === "string") continue;
      const name = part.name.toLowerCase();
      if (names.has(name)) throw new SyntaxError(`'${part.name}' appears twice in '${text}'.`);
      names.add(name);
      checkPart(part, { segment, position, isLast });
    }
  }
}

function checkPart(
  part: RouteParameter,
  place: { segment: Segment; position: number; isLast: boolean },
): void {
  const { segment, position, isLast } = place;
  const before = segment[position - 1];
  if (typeof before === "object") {
    throw new SyntaxError("A segment cannot contain two consecutive parameters.");
  }
  if (part.isCatchAll && (!isLast || segment.length > 1)) {
    throw new SyntaxError("A catch-all parameter can only appear alone in the last segment.");
  }
  if (part.isOptional && segment.length > 1) {
    const isAfterDot = position === segment.length - 1 && before?.endsWith(".");
    if (!isAfterDot) throw new SyntaxError(`'${part.name}' may only be optional after a period.`);
  }
}
