import type { JsonNode } from "../../json/json-document.ts";
import type { DeploymentScope } from "../evaluate/environment.ts";
import type { TemplateFrame } from "../frame/template-frame.ts";
import type { Site } from "../reading/site.ts";
import type { DeclaredResource } from "./declared-resource.ts";
import type { Tally } from "./tally.ts";

/** One template being deployed, to one place. */
export interface Deployment {
  /** Where its expressions are evaluated; a nested template of outer scope uses its parent's. */
  readonly site: Site;
  readonly frame: TemplateFrame;
  readonly template: JsonNode;
  /** Where its resources go. */
  readonly scope: DeploymentScope;
  /** How many deployments it is inside of. */
  readonly depth: number;
  /** Whether it, or one around it, may not happen at all. */
  readonly isConditional: boolean;
  readonly declared: DeclaredResource[];
  readonly tally: Tally;
  /** Expands a template that a resource of this one deploys. */
  readonly expand: (deployment: Deployment) => void;
}
