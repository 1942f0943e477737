import { site } from "./hostile-templates.ts";

const deployment = (template: object, more: object = {}) => ({
  ...{ type: "Microsoft.Resources/deployments", name: "d", ...more },
  properties: { expressionEvaluationOptions: { scope: "inner" }, template },
});
/** A deployment of deployments, each as wide as the last. */
const deployed = (at: number, depth: number, width = 2): object =>
  deployment(
    {
      resources:
        depth === 0
          ? [site({})]
          : Array.from({ length: width }, (_, each) => deployed(each, depth - 1, width)),
    },
    { name: `d${at}` },
  );
const inCopies = (resource: object) => ({ ...resource, copy: { name: "c", count: 800 } });

/** Deployments that would come to resources without end. */
export const hostileDeployments: [what: string, template: object][] = [
  ["deployments in deployments", { resources: [1, 2].map((at) => deployed(at, 11)) }],
  [
    "copied deployments of copied deployments",
    {
      resources: [
        inCopies(
          deployment({ resources: [inCopies(deployment({ resources: [inCopies(site({}))] }))] }),
        ),
      ],
    },
  ],
  ["deployments nested deeply", { resources: [deployed(1, 45, 1)] }],
  [
    "thousands of deployments",
    {
      resources: Array.from({ length: 3000 }, (_, at) =>
        deployment({ resources: [site({})] }, { name: `d${at}` }),
      ),
    },
  ],
];
