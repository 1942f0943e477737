/** Functions whose result says something about their arguments, and holds nothing of them. */
const names =
  "and contains empty endswith equals greater greaterorequals length less lessorequals not or startswith".split(
    " ",
  );
const tests = new Set(names);
const anyTest = new RegExp(`\\b(?:if|${names.join("|")})\\s*\\(`, "i");

/** A call around a place: whether what stands there is left out. */
interface Call {
  isIf: boolean;
  isLeftOut: boolean;
}

/** An expression without what it only tests: `[if(equals(a, 'x'), b, c)]` hands on b or c, not a. */
export function withoutTests(text: string): string {
  if (!anyTest.test(text)) return text;
  const tokens = /'[^']*'|(\w*)\s*\(|[),]|[^',()\w]+|\w+|'/g;
  const around: Call[] = [];
  const kept: string[] = [];
  for (const [token, called] of text.matchAll(tokens)) {
    if (token === ")") around.pop();
    if (token === ",") endCondition(around);
    if (around.at(-1)?.isLeftOut !== true) kept.push(token);
    if (called !== undefined) around.push(callOf(called.toLowerCase(), around.at(-1)));
  }
  return kept.join("");
}

function callOf(name: string, outer: Call | undefined): Call {
  const isIf = name === "if";
  return { isIf, isLeftOut: outer?.isLeftOut === true || isIf || tests.has(name) };
}

function endCondition(around: readonly Call[]): void {
  const call = around.at(-1);
  if (call?.isIf === true) call.isLeftOut = around.at(-2)?.isLeftOut === true;
}
