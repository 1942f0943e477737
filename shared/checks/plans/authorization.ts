import type { DocumentPath } from "../../offers/changes/document-path.ts";
import { listOf, objectOf, textOf } from "../../offers/json-fields.ts";
import type { ManagedPlan } from "./plan-rule.ts";

/** Who of the publisher gets which role at the customer's. */
export interface Authorization {
  readonly principalId: string;
  readonly roleDefinitionId: string;
  readonly path: DocumentPath;
}

/** Those that say both; what is missing is for the offer model to say. */
export const authorizationsOf = ({ entry }: ManagedPlan): readonly Authorization[] =>
  listOf(entry["authorizations"])
    .map((value, index) => ({
      principalId: textOf(objectOf(value)["principalId"]).toLowerCase(),
      roleDefinitionId: textOf(objectOf(value)["roleDefinitionId"]).toLowerCase(),
      path: ["authorizations", index],
    }))
    .filter(({ principalId, roleDefinitionId }) => principalId !== "" && roleDefinitionId !== "");
