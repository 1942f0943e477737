import { fail } from "../../evaluate/failure.ts";
import type { ArmText, DeploymentScope } from "../../evaluate/environment.ts";
import { scopeId } from "../../evaluate/scope-id.ts";
import type { ArmValue } from "../../values/arm-value.ts";
import { expressionText } from "../../values/plain.ts";
import { joinedText, Symbolic } from "../../values/symbolic.ts";
import type { Work } from "../../evaluate/work.ts";
import { many, symbolic, type FunctionTable } from "../template-function.ts";
import { textAt, wrong } from "../arguments.ts";

export const resourceIds: FunctionTable = {
  resourceid: symbolic([2, many], "string", (args, { frame, work }) => {
    const at = typePlace(args);
    if (at === -1) return unknown("resourceId", args, work);
    const scope = narrowed(frame.scope, texts(args.slice(0, at)));
    return joinedText([scopeId(scope), ...providerPart(args, at)]);
  }),
  subscriptionresourceid: symbolic([2, many], "string", (args, { frame, work }) => {
    const at = typePlace(args);
    if (at === -1) return unknown("subscriptionResourceId", args, work);
    const [subscriptionId = frame.scope.subscriptionId] = texts(args.slice(0, at));
    const scope = { ...frame.scope, kind: "subscription" as const, subscriptionId };
    return joinedText([scopeId(scope), ...providerPart(args, at)]);
  }),
  managementgroupresourceid: symbolic([2, many], "string", (args, { frame, work }) => {
    const at = typePlace(args);
    if (at === -1) return unknown("managementGroupResourceId", args, work);
    const [managementGroup = frame.scope.managementGroup] = texts(args.slice(0, at));
    const scope = { ...frame.scope, kind: "managementGroup" as const, managementGroup };
    return joinedText([scopeId(scope), ...providerPart(args, at)]);
  }),
  tenantresourceid: symbolic([2, many], "string", (args, { work }) => {
    if (typePlace(args) !== 0) return unknown("tenantResourceId", args, work);
    return joinedText(providerPart(args, 0));
  }),
  extensionresourceid: symbolic([3, many], "string", (args, { work }) => {
    if (typeof args[1] !== "string") return unknown("extensionResourceId", args, work);
    const [base = ""] = texts(args.slice(0, 1));
    return joinedText([base, ...providerPart(args, 1)]);
  }),
};

/** Which argument is the type: the first with a slash; -1 when that cannot be told yet. */
function typePlace(args: readonly ArmValue[]): number {
  const at = args.findIndex((arg) => typeof arg === "string" && arg.includes("/"));
  const isUndecided = args.slice(0, at === -1 ? 3 : at).some((arg) => arg instanceof Symbolic);
  if (at === -1 && !isUndecided) fail("no argument is a resource type such as Microsoft.Web/sites");
  if (at > 2) fail("the resource type must come before the names");
  return at;
}

function providerPart(args: readonly ArmValue[], at: number): ArmText[] {
  const type = textAt(args, at);
  const names = texts(args.slice(at + 1)).flatMap(splitName);
  const [provider = "", ...types] = type.replace(/\/$/, "").split("/");
  if (types.length !== names.length && !names.some((name) => name instanceof Symbolic)) {
    fail(
      `the type "${type}" needs ${types.length} names, but has ${names.length}`,
      "resource-id-segments",
    );
  }
  const pairs = types.flatMap((segment, place) => [`/${segment}/`, names[place] ?? ""]);
  const rest = names.slice(types.length).flatMap((name) => ["/", name]);
  return [`/providers/${provider}`, ...pairs, ...rest];
}

/** A name may bring several segments at once. */
function splitName(name: ArmText): ArmText[] {
  return typeof name === "string" ? name.split("/") : [name];
}

function narrowed(scope: DeploymentScope, [first, second]: ArmText[]): DeploymentScope {
  if (first === undefined) return scope;
  if (second !== undefined) {
    return { ...scope, kind: "resourceGroup", subscriptionId: first, resourceGroup: second };
  }
  const isSubscription =
    scope.kind === "subscription" && /^[\da-f-]{36}$/i.test(typeof first === "string" ? first : "");
  if (isSubscription) return { ...scope, subscriptionId: first };
  return { ...scope, kind: "resourceGroup", resourceGroup: first };
}

function texts(args: readonly ArmValue[]): ArmText[] {
  return args.map((arg, at) => {
    if (typeof arg === "string" || arg instanceof Symbolic) return arg;
    return typeof arg === "number" ? String(arg) : wrong(arg, at, "a string");
  });
}

function unknown(name: string, args: readonly ArmValue[], work: Work): Symbolic {
  const cause = args.find((arg) => arg instanceof Symbolic)?.cause ?? "start";
  return new Symbolic(
    "string",
    cause,
    `${name}(${args.map((arg) => expressionText(arg, work)).join(", ")})`,
  );
}
