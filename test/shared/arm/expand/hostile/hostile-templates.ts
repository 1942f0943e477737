const chain = (first: unknown, next: (name: string) => string, length: number) =>
  Object.fromEntries(
    Array.from({ length }, (_, at) => [
      `v${at}`,
      at === 0 ? first : next(`variables('v${at - 1}')`),
    ]),
  );
export const site = (more: object) => ({ type: "Microsoft.Web/sites", name: "s", ...more });
export const copied = (input: unknown) => ({ copy: [{ name: "c", count: 800, input }] });
export const long = "x".repeat(20_000);
/** Templates that would cost without end, were the expander not to stop. */
export const hostile: [what: string, template: object][] = [
  ["strings that double", { variables: chain("x".repeat(100), (v) => `[concat(${v}, ${v})]`, 60) }],
  ["strings that repeat", { variables: chain(long, (v) => `[replace(${v}, 'x', ${v})]`, 10) }],
  ["arrays that double", { variables: chain([1], (v) => `[concat(${v}, ${v})]`, 60) }],
  [
    "arrays in arrays",
    {
      variables: chain([1], (v) => `[createArray(${v}, ${v})]`, 60),
      outputs: { a: { value: "[string(variables('v59'))]" } },
    },
  ],
  [
    "objects that meet",
    {
      variables: chain({ a: 1 }, (v) => `[createObject('a', ${v}, 'b', ${v})]`, 90),
      outputs: {
        a: { value: "[equals(variables('v89'), union(variables('v88'), variables('v89')))]" },
      },
    },
  ],
  [
    "long chains, last first",
    {
      outputs: { a: { value: "[variables('v4999')]" } },
      variables: Object.fromEntries(
        Object.entries(chain("x", (v) => `[toLower(${v})]`, 5000)).reverse(),
      ),
    },
  ],
  ["copies in copies", { variables: copied(copied(copied("[copyIndex('c')]"))) }],
  [
    "copied resources",
    {
      resources: Array.from({ length: 50 }, () =>
        site({ name: "[concat('s', copyIndex())]", copy: { name: "c", count: 800 } }),
      ),
    },
  ],
  [
    "copied conditions",
    {
      resources: Array.from({ length: 500 }, () =>
        site({ condition: false, copy: { name: "c", count: 800 } }),
      ),
    },
  ],
  [
    "copies of long text",
    {
      variables: { v: long, ...copied("[toUpper(variables('v'))]") },
      outputs: {
        a: {
          value:
            "[map(range(0, 10000), lambda('x', concat(toLower(variables('v')), string(lambdaVariables('x')))))]",
        },
      },
    },
  ],
  [
    "long names",
    {
      resources: [
        site({ name: `[concat('${long}', copyIndex())]`, copy: { name: "c", count: 800 } }),
      ],
    },
  ],
  [
    "lambdas in lambdas",
    {
      outputs: {
        a: {
          value:
            "[map(range(0, 9999), lambda('x', map(range(0, 9999), lambda('y', filter(range(0, 9999), lambda('z', true()))))))]",
        },
      },
    },
  ],
  [
    "sorting",
    {
      outputs: {
        a: {
          value:
            "[sort(range(0, 10000), lambda('a', 'b', less(lambdaVariables('b'), lambdaVariables('a'))))]",
        },
      },
    },
  ],
  [
    "unions of many",
    {
      variables: {
        r: "[range(0, 10000)]",
        u: `[union(${Array(800).fill("variables('r')").join(",")})]`,
      },
    },
  ],
  [
    "failing branches",
    {
      outputs: {
        a: {
          value:
            "[map(range(0, 10000), lambda('x', if(reference('r'), createArray()[1], createObject().a)))]",
        },
      },
    },
  ],
  [
    "functions that call themselves",
    {
      functions: [
        {
          namespace: "n",
          members: { f: { parameters: [], output: { value: "[concat(n.f(), n.f())]" } } },
        },
      ],
      outputs: { a: { value: "[n.f()]" } },
    },
  ],
  [
    "symbols that double",
    {
      parameters: { p: { type: "string" } },
      variables: chain("[parameters('p')]", (v) => `[concat(${v}, toLower(${v}), ${v})]`, 60),
    },
  ],
  ["formats that pad", { outputs: { a: { value: `[format('${"{0,999}".repeat(3000)}', 'x')]` } } }],
  [
    "deep expressions",
    { outputs: { a: { value: `[${"not(".repeat(99)}true()${")".repeat(99)}]` } } },
  ],
];
