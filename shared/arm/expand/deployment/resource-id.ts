import type { ArmText, DeploymentScope } from "../evaluate/environment.ts";
import { scopeId } from "../evaluate/scope-id.ts";
import { joinedText, type Symbolic } from "../values/symbolic.ts";

/** What a resource is, as far as its id goes. */
export interface Identity {
  type: string;
  name: ArmText;
  /** The resource it extends, from its `scope` property. */
  extended: ArmText | undefined;
}

/** The id of a resource deployed to a place. */
export function resourceIdOf({ type, name, extended }: Identity, scope: DeploymentScope): ArmText {
  const lower = type.toLowerCase();
  if (lower === "microsoft.resources/resourcegroups") {
    return joinedText([scopeId({ ...scope, kind: "subscription" }), "/resourceGroups/", name]);
  }
  const isGroup = lower === "microsoft.management/managementgroups";
  const base = isGroup ? "" : (extended ?? scopeId(scope));
  return joinedText([base, ...providerPath(type, name)]);
}

/** Types and names in turn: `Microsoft.Web/sites/slots` and `a/b` make `sites/a/slots/b`. */
function providerPath(type: string, name: ArmText): ArmText[] {
  const [provider = "", ...types] = type.split("/");
  const names = nameSegments(name);
  const pairs = types.flatMap((segment, at): ArmText[] => {
    const rest = at === types.length - 1 ? withSlashes(names.slice(at)) : [names[at] ?? ""];
    return [`/${segment}/`, ...rest];
  });
  return [`/providers/${provider}`, ...pairs];
}

/** The segments of a name; an unknown piece counts as part of the segment it stands in. */
export function nameSegments(name: ArmText): ArmText[] {
  if (typeof name === "string") return name.split("/");
  const segments: (string | Symbolic)[][] = [[]];
  for (const part of name.parts) {
    const pieces = typeof part === "string" ? part.split("/") : [holeOf(name, part)];
    pieces.forEach((piece, at) => {
      if (at > 0) segments.push([]);
      segments.at(-1)?.push(piece);
    });
  }
  return segments.map((pieces) => joinedText(pieces));
}

function holeOf(name: Symbolic, part: Symbolic["parts"][number]): Symbolic {
  return name.withParts([part]);
}

function withSlashes(names: readonly ArmText[]): ArmText[] {
  return names.flatMap((name, at) => (at === 0 ? [name] : ["/", name]));
}
