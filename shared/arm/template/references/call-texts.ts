import { functionCalls, type FunctionCall } from "../expression.ts";

/** A call with the texts that are its own arguments, not those of calls within it. */
export interface CallWithTexts {
  call: FunctionCall;
  texts: string[];
}

/** Every call in a string, outermost first, in one pass. */
export function callsWithTexts(value: string): CallWithTexts[] {
  const calls = functionCalls(value).map((call): CallWithTexts => ({ call, texts: [] }));
  const byStart = new Map(calls.map((it) => [it.call.from, it]));
  const open: (CallWithTexts | undefined)[] = [];
  const tokens = calls[0]?.call.tokens ?? [];
  tokens.forEach((token, at) => {
    if (token.kind === "text") open.at(-1)?.texts.push(token.value);
    if (token.kind !== "mark") return;
    if (token.value === "(") open.push(byStart.get(at + 1));
    if (token.value === "[") open.push(undefined);
    if (token.value === ")" || token.value === "]") open.pop();
  });
  return calls;
}

/** For each call the first one of a name within it, if there is one. */
export function firstWithin(
  calls: readonly CallWithTexts[],
  name: string,
): ReadonlyMap<CallWithTexts, CallWithTexts> {
  const found = new Map<CallWithTexts, CallWithTexts>();
  let next: CallWithTexts | undefined;
  for (const it of calls.toReversed()) {
    if (next !== undefined && next.call.start < it.call.end) found.set(it, next);
    if (it.call.namespace === undefined && it.call.name.toLowerCase() === name) next = it;
  }
  return found;
}
