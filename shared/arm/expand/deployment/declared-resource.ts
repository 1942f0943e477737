import type { JsonNode } from "../../json/json-document.ts";
import type { ArmText } from "../evaluate/environment.ts";
import type { ExpandedResource } from "../expansion.ts";
import type { ArmValue } from "../values/arm-value.ts";

/** A resource of a template, one for each copy, before its dependencies are resolved. */
export interface DeclaredResource {
  readonly node: JsonNode;
  readonly id: ArmText;
  readonly type: string;
  readonly name: ArmText;
  readonly symbolicName: string | undefined;
  /** The name of the copy it comes from. */
  readonly copyName: string | undefined;
  /** Absent for what is not deployed: a false condition, or a resource that exists already. */
  readonly resource: ExpandedResource | undefined;
  /** Whether it is deployed whatever the parameters are. */
  readonly isSure: boolean;
  readonly dependsOn: ArmValue;
  readonly dependsOnNode: JsonNode | undefined;
}
