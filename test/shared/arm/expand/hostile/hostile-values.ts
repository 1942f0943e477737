import { copied, long } from "./hostile-templates.ts";

const callingTwice = (at: number) => ({
  parameters: [{ name: "p", type: "string" }],
  output: {
    type: "string",
    value:
      at === 0
        ? "[parameters('p')]"
        : `[concat(n.f${at - 1}(parameters('p')), n.f${at - 1}(parameters('p')))]`,
  },
});
const nestedValue = (depth: number): unknown => {
  let value: unknown = "x";
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
};

/** Values that would grow without end. */
export const hostileValues: [what: string, template: object][] = [
  [
    "ranges in maps in copies",
    {
      variables: copied(
        "[map(range(0, 10000), lambda('x', string(range(lambdaVariables('x'), 10000))))]",
      ),
    },
  ],
  [
    "functions that call functions",
    {
      functions: [
        {
          namespace: "n",
          members: Object.fromEntries(
            Array.from({ length: 60 }, (_, at) => [`f${at}`, callingTwice(at)]),
          ),
        },
      ],
      outputs: { a: { value: "[n.f59('x')]" } },
    },
  ],
  [
    "names that repeat",
    {
      variables: { k: "k".repeat(4000), o: { "[variables('k')]": 1 } },
      outputs: { a: { value: "[map(range(0, 10000), lambda('x', variables('o')))]" } },
    },
  ],
  [
    "names that go on",
    {
      variables: {
        long,
        o: { "[variables('long')]": 1 },
        p: "[createObject(variables('long'), 1)]",
      },
    },
  ],
  [
    "unknown values that repeat",
    {
      parameters: { p: { type: "string" } },
      variables: { s: `[concat(parameters('p'), '${long}')]` },
      outputs: { a: { value: "[map(range(0, 10000), lambda('x', variables('s')))]" } },
    },
  ],
  ["values nested deeply", { outputs: { a: { value: nestedValue(190) } } }],
];
