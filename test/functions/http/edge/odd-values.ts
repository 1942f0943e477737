import fc from "fast-check";

/** JSON texts of numbers that no 64-bit floating-point number holds exactly. */
export const inexactNumbers = [
  "1e400",
  "-1e400",
  "1e-400",
  "12345678901234567890",
  "9007199254740993",
  "-9007199254740993",
  "0.1000000000000000000001",
  "123456789012345678.5",
];
const oddNumbers = ["-0", "0.0", "1E+2", "1e21", "5e-324", "9007199254740992", "0.1", "-1.50"];

const oddTexts = [
  "",
  " ",
  "\u0000",
  "\u202eedoc\u202c",
  "\ufeffbom",
  "e\u0301\u0301\u0301\u0301",
  "\u{1f469}\u200d\u{1f4bb}",
  "\uffff\ufffe",
  "\u2028\u2029",
  "x".repeat(70_000),
  "é".repeat(4_000),
  "__proto__",
  "constructor",
  "</script><script>",
  "../../etc/passwd",
  "a\\b\\",
  '"quoted"',
  "=1+1",
  "${jndi:ldap://x}",
  "null",
];

/** Keys as JSON writes them, some escaped and some that are dangerous on the way. */
const oddKeys = [
  '""',
  '"__proto__"',
  '"\\u005f\\u005fproto__"',
  '"constructor"',
  '"prototype"',
  '"toString"',
  '"hasOwnProperty"',
  '"\\ud800"',
  '"\\u0000"',
  '"\u202e"',
  '"0"',
  '"-1"',
  '"length"',
  '"a.b.c"',
  '"$type"',
  '"version"',
  '"status"',
  '"id"',
  '"definition"',
  '"kind"',
];

const nested = (levels: number, open: string, close: string) =>
  open.repeat(levels) + "1" + close.repeat(levels);

/** Values as JSON writes them. */
const oddValues = [
  ...inexactNumbers,
  ...oddNumbers,
  ...oddTexts.map((text) => JSON.stringify(text)),
  '"\\ud800"',
  '"\\udc00 text"',
  '"\\uD83D\\uDE00"',
  "null",
  "true",
  "false",
  "[]",
  "{}",
  "[[[]]]",
  '{"0":1,"1":2}',
  '{"length":1e9}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toJSON":1,"then":"x"}',
  '{"kind":"invalid","code":"X","message":"Y"}',
  nested(40, "[", "]"),
  nested(60, '{"a":', "}"),
  nested(99, "[", "]"),
  nested(1000, "[", "]"),
];

export const aKey = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddKeys) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)) },
);
export const aValue = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...oddValues) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }).map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: fc.double().map((number) => JSON.stringify(number)) },
);
