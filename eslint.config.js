import js from "@eslint/js";
import tseslint from "typescript-eslint";

const nondeterministic = [
  ["NewExpression[callee.name='Date'][arguments.length=0]", "the wall clock; use flow.now"],
  [
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    "the wall clock; use flow.now",
  ],
  [
    "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    "randomness; derive it from the input",
  ],
  [
    "MemberExpression[object.name='process'][property.name='env']",
    "environment; pass settings in the input",
  ],
  ["AwaitExpression", "await; yield* a durable task"],
  [
    "FunctionDeclaration[async=true], FunctionExpression[async=true], ArrowFunctionExpression[async=true]",
    "async functions in workflows",
  ],
  [
    "YieldExpression[delegate=false]",
    "bare yield is untyped; use yield* with a helper from durable.ts",
  ],
  [
    "ExpressionStatement > CallExpression:not([callee.property.name=/^(enter|reject)$/])",
    "this never runs: missing yield*",
  ],
  ["VariableDeclarator > CallExpression.init[callee.object.name='flow']", "missing yield*"],
];

export default tseslint.config(
  { ignores: ["dist", "node_modules", "**/*.js", "**/*.cjs", "test/boundaries/known-bad"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "max-lines": ["error", { max: 200, skipComments: true, skipBlankLines: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 10],
      "max-params": ["error", 4],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["functions/workflows/**/*.ts"],
    ignores: ["functions/workflows/durable.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        ...nondeterministic.map(([selector, message]) => ({ selector, message })),
      ],
      "no-restricted-globals": [
        "error",
        "fetch",
        "setTimeout",
        "setInterval",
        "setImmediate",
        "crypto",
        "performance",
        "console",
      ],
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["node:*", "fs", "@azure/*", "**/adapters/**", "**/config*"],
              message: "workflows do no I/O",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["functions/**/*.ts"],
    ignores: ["functions/config.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "functions/config.ts reads settings" },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      "max-lines-per-function": "off",
      complexity: "off",
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
);
