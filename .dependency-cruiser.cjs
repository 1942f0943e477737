const below = (...rooms) => rooms.map((room) => `^${room}`);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "shared-is-pure",
      comment: "the domain knows zod and small pure libraries, no Azure, no Node, no clock",
      severity: "error",
      from: { path: "^shared", pathNot: "^shared/packages" },
      to: {
        pathNot: ["^shared", "^node_modules/(zod|image-size|jsonc-parser|@zip\\.js|@secretlint)"],
      },
    },
    {
      name: "packages-compute-with-node",
      comment:
        "hashing and unpacking a gigabyte needs the runtime's own sums and codec; still no I/O",
      severity: "error",
      from: { path: "^shared/packages" },
      to: {
        pathNot: ["^shared", "^node_modules/@zip\\.js", "^(node:)?(crypto|zlib|stream)$"],
      },
    },
    {
      name: "nothing-imports-infra",
      severity: "error",
      from: { path: below("functions", "shared") },
      to: { path: "^infra" },
    },
    {
      name: "infra-local-sees-only-the-app",
      severity: "error",
      from: { path: "^infra", pathNot: "^infra/build" },
      to: {
        path: "^functions",
        pathNot: "^functions/(app\\.ts$|adapters/malware/embedded-scanner\\.ts$)",
      },
    },
    {
      name: "infra-build-sees-the-app-and-its-description",
      severity: "error",
      from: { path: "^infra/build" },
      to: { path: "^functions", pathNot: "^functions/(app\\.ts$|http/description/)" },
    },
    {
      name: "the-app-runs-without-its-describer",
      comment: "the description is made at build time; only names may be taken from there",
      severity: "error",
      from: { path: "^functions", pathNot: "^functions/http/description" },
      to: { path: "^functions/http/description", pathNot: "viewer-files\\.ts$" },
    },
    {
      name: "workflows-do-no-io",
      severity: "error",
      from: { path: "^functions/workflows" },
      to: {
        pathNot: [
          "^functions/workflows",
          "^functions/activities/contracts",
          "^shared",
          "^node_modules/(durable-functions|zod)",
        ],
      },
    },
    {
      name: "only-durable-ts-touches-the-sdk",
      severity: "error",
      from: { path: "^functions/workflows", pathNot: "^functions/workflows/durable\\.ts$" },
      to: { path: "^node_modules/durable-functions" },
    },
    {
      name: "activities-get-adapters-as-arguments",
      severity: "error",
      from: { path: "^functions/(activities|http|triggers)" },
      to: { path: "^functions/(adapters|workflows|config|main)" },
    },
    {
      name: "adapters-only-through-main",
      severity: "error",
      from: { pathNot: "^(functions/(main|adapters)|infra/certify|test)" },
      to: { path: "^functions/adapters" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { pathNot: "^test" },
      to: { path: "^test" },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.d\\.ts$",
          "^test",
          "\\.config\\.ts$",
          "^infra/(build|local)/[^/]+\\.ts$",
          "^functions/http/docs/page/",
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
