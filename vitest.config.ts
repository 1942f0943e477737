import { defineConfig } from "vitest/config";
import { oneBuild } from "./infra/build/one-build.ts";

export default defineConfig({
  resolve: { alias: oneBuild },
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
  },
});
