import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);

/** Packages that the app and its libraries must share: their builds for `import` and `require` each keep a list of their own. */
export const oneBuild = {
  "@azure/functions-extensions-base": resolve("@azure/functions-extensions-base"),
};
