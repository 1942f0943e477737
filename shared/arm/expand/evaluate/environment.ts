import type { ArmValue } from "../values/arm-value.ts";
import type { Symbolic } from "../values/symbolic.ts";
import type { Work } from "./work.ts";

/** A string that may not be known yet. */
export type ArmText = string | Symbolic;

/** Where a deployment runs. Narrower places keep the wider ones' identifiers. */
export interface DeploymentScope {
  kind: "tenant" | "managementGroup" | "subscription" | "resourceGroup";
  tenantId: string;
  managementGroup: ArmText;
  subscriptionId: ArmText;
  resourceGroup: ArmText;
  location: ArmText;
}

/** A `copy` that is being unrolled. */
export interface Loop {
  name: string;
  index: number | Symbolic;
  kind: "resource" | "value";
}

/** One template while it is expanded: what the names in its expressions stand for. */
export interface Frame {
  readonly scope: DeploymentScope;
  readonly deploymentName: ArmText;
  /** Where the template was loaded from; none for one written inside another. */
  readonly address: string | undefined;
  /** The moment `utcNow` gives. */
  readonly asOf: Date;
  parameter(name: string): ArmValue;
  variable(name: string): ArmValue;
  /** Calls a function that the template defines. */
  callOwn(namespace: string, name: string, args: readonly ArmValue[]): ArmValue;
  /** The id of the resource that has a symbolic name. */
  resourceId(symbolicName: string): ArmText | undefined;
}

/** What an expression is evaluated in. */
export interface Environment {
  readonly work: Work;
  readonly frame: Frame;
  readonly loops: readonly Loop[];
  /** The arguments of the lambdas around the expression. */
  readonly locals: ReadonlyMap<string, ArmValue>;
  /** Only the defaults of parameters may ask for the time and for chance. */
  readonly isParameterDefault: boolean;
}
