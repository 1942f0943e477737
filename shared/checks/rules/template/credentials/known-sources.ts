import type { JsonNode } from "../../../../arm/json/json-document.ts";
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

/** Variables that point at variables more often than this go round in circles. */
const mostSteps = 20;
const secretSources = /^(?:newguid|reference|getsecret|parametersfile)$/i;

/** Looks at all functions an expression calls, also by way of variables. */
export function sourcesOf(template: Template, text: string, step = 0): Sources {
  const calls = functionCalls(text);
  const sources = {
    isSecret: step > mostSteps,
    isDerived: calls.some(({ name }) => /^(?:uniqueString|guid)$/i.test(name)),
    isAssembled: calls.some(isAssembly),
  };
  if (sources.isSecret) return sources;
  for (const call of calls) {
    if (isSecretCall(template, call)) sources.isSecret = true;
    for (const inner of variableTexts(template, call)) {
      const within = sourcesOf(template, inner, step + 1);
      sources.isSecret ||= within.isSecret;
      sources.isDerived ||= within.isDerived;
      sources.isAssembled ||= within.isAssembled;
    }
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

/** What a variable says; one that is named as a password is judged where it stands. */
function variableTexts(template: Template, call: FunctionCall): string[] {
  const name = sameText(call.name, "variables") ? nameGiven(call) : undefined;
  if (name === undefined || isPasswordName(name)) return [];
  const variable: JsonNode | undefined = template.variable(name);
  return [...template.stringsIn(variable)].map((node) => String(node.value));
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
