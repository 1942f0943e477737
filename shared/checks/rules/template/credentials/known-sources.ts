import { sameText, stringOf } from "../../../../arm/json/node.ts";
import {
  functionCalls,
  isListCall,
  type FunctionCall,
} from "../../../../arm/template/expression.ts";
import type { Template } from "../../../../arm/template/template.ts";
import { isPasswordName } from "./credential-names.ts";

/** What an expression makes its value of. */
export interface Sources {
  /** Something that nobody else knows, or that cannot be judged. */
  isSecret: boolean;
  /** Text that looks drawn, but that anyone can compute from names and ids. */
  isDerived: boolean;
  /** Written text that is put together with the rest. */
  isAssembled: boolean;
}

/** Nobody puts a credential together from more texts than this. */
const mostTexts = 200;
const secretSources = /^(?:newguid|reference|getsecret|parametersfile)$/i;

/** Looks at all functions an expression calls, also by way of variables; at each text once. */
export function sourcesOf(template: Template, text: string): Sources {
  const sources = { isSecret: false, isDerived: false, isAssembled: false };
  const texts = new Set([text]);
  for (const one of texts) {
    const calls = functionCalls(one);
    sources.isSecret ||= texts.size > mostTexts;
    sources.isSecret ||= calls.some((call) => isSecretCall(template, call));
    sources.isDerived ||= calls.some(({ name }) => /^(?:uniqueString|guid)$/i.test(name));
    sources.isAssembled ||= calls.some(isAssembly);
    if (sources.isSecret) return sources;
    for (const inner of variableTexts(template, calls)) texts.add(inner);
  }
  return sources;
}

function isSecretCall(template: Template, call: FunctionCall): boolean {
  if (call.namespace !== undefined || isListCall(call) || secretSources.test(call.name))
    return true;
  const argument = nameGiven(call);
  if (!sameText(call.name, "parameters")) return false;
  const parameter = argument === undefined ? undefined : template.parameter(argument);
  if (parameter === undefined) return true;
  const drawn = functionCalls(stringOf(parameter.defaultValue) ?? "").some(({ name }) =>
    sameText(name, "newGuid"),
  );
  return drawn || /^secure/i.test(parameter.type ?? "");
}

/** What variables say, each asked once; one that is named as a password is judged where it stands. */
function variableTexts(template: Template, calls: readonly FunctionCall[]): string[] {
  const asked = calls.filter(({ name }) => sameText(name, "variables")).map(nameGiven);
  return [...new Set(asked)].flatMap((name) => {
    if (name === undefined || isPasswordName(name)) return [];
    return [...template.stringsIn(template.variable(name))].map((node) => String(node.value));
  });
}

function nameGiven(call: FunctionCall): string | undefined {
  const first = call.tokens[call.from];
  return first?.kind === "text" ? first.value : undefined;
}

/** A text that is an argument itself, not the name of something. */
function isAssembly(call: FunctionCall): boolean {
  if (!/^(?:concat|format|join)$/i.test(call.name)) return false;
  return call.tokens.slice(call.from, call.to).some((token, at, tokens) => {
    if (token.kind !== "text" || token.value === "") return false;
    const before = tokens[at - 2];
    return !(before?.kind === "name" && /^(?:parameters|variables)$/i.test(before.value));
  });
}
