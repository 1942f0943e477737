import { valueAt } from "../json/node.ts";
import { templateLimits } from "../template/template-limits.ts";
import { reportDuplicates } from "./deployment/duplicates.ts";
import { resolveDependencies } from "./deployment/dependencies.ts";
import type { Deployment } from "./deployment/deployment.ts";
import { readOutputs } from "./deployment/outputs.ts";
import { reportSize } from "./deployment/limits.ts";
import { Tally } from "./deployment/tally.ts";
import { expandResources } from "./deployment/resources.ts";
import { schemaKind } from "./deployment/nested/target-scope.ts";
import type { DeploymentScope } from "./evaluate/environment.ts";
import { defaultWorkLimits, OutOfWork, type WorkLimits } from "./evaluate/work.ts";
import type { ExpandedOutput, Expansion, TemplateSource } from "./expansion.ts";
import { TemplateFrame } from "./frame/template-frame.ts";
import { Run } from "./reading/run.ts";
import { packageParameters } from "./frame/package-parameters.ts";
import { Symbolic } from "./values/symbolic.ts";

/** What an expansion is told beside the template. */
export interface ExpandOptions {
  /** The moment `utcNow` gives. */
  asOf: Date;
  /** Values of parameters by name. */
  parameters?: Readonly<Record<string, unknown>>;
  /** Where it is deployed; placeholders stand for what is not said. */
  scope?: Partial<Omit<DeploymentScope, "kind">>;
  /** Finds a linked template by its path in the package. */
  readTemplate?: (path: string) => TemplateSource | undefined;
  /** How many resources one deployment takes. */
  mostResources?: number;
  limits?: Partial<WorkLimits>;
}

/** The package's files are said to be here; the name can never exist. */
const packageAddress = "https://package.invalid/";

/** What a template would deploy. It takes any input, and its cost is limited. */
export function expandTemplate(source: TemplateSource, options: ExpandOptions): Expansion {
  const run = new Run({
    limits: { ...defaultWorkLimits, ...options.limits },
    mostResources: options.mostResources ?? templateLimits.resources,
    asOf: options.asOf,
    address: packageAddress,
    readTemplate: options.readTemplate ?? (() => undefined),
  });
  let outputs: Record<string, ExpandedOutput> = {};
  try {
    outputs = expandMain(source, options, run);
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error;
    const message = `The template is too large to be expanded, so what follows was not looked at: ${error.message}.`;
    const { document, node } = run.place ?? source;
    run.diagnostics.add("too-much-work", message, document, node.offset);
  }
  return { scopes: run.scopes, outputs, diagnostics: run.diagnostics.list };
}

function expandMain(
  source: TemplateSource,
  options: ExpandOptions,
  run: Run,
): Record<string, ExpandedOutput> {
  const address = packageAddress + encodeURI(source.document.file.toWellFormed());
  const given = packageParameters(source.node, options.parameters ?? {}, run);
  const scope: DeploymentScope = {
    kind: schemaKind(source.node),
    tenantId: "00000000-0000-0000-0000-000000000000",
    managementGroup: "management-group",
    subscriptionId: "00000000-0000-0000-0000-000000000000",
    resourceGroup: "resource-group",
    location: new Symbolic("string", "start", "resourceGroup().location"),
    ...options.scope,
  };
  const deploymentName = "main";
  const frame = new TemplateFrame({ run, source, given, scope, deploymentName, address });
  frame.readAll();
  const { site } = frame;
  const whole = { template: source.node, depth: 0, isConditional: false, expand: expandNestedOne };
  expandDeployment({ ...whole, site, frame, scope, tally: new Tally(), declared: [] });
  return valueAt(source.node, "outputs") === undefined ? {} : readOutputs(source.node, site);
}

function expandDeployment(deployment: Deployment): void {
  expandResources(deployment);
  resolveDependencies(deployment);
  reportDuplicates(deployment);
  reportSize(deployment);
}

function expandNestedOne(deployment: Deployment): void {
  expandDeployment(deployment);
  readOutputs(deployment.template, deployment.site);
}
