import type { DocumentPath } from "../../offers/changes/document-path.ts";
import { listOf, textOf } from "../../offers/json-fields.ts";
import type { ManagedPlan } from "./plan-rule.ts";

const labels = {
  allowedCustomerActions: "Allowed customer actions",
  allowedDataActions: "Allowed data actions",
} as const;

/** Something that customers may do in spite of the lock on the managed resource group. */
interface CustomerAction {
  readonly action: string;
  readonly path: DocumentPath;
  readonly label: string;
}

export const customerActionsOf = ({ entry }: ManagedPlan): readonly CustomerAction[] =>
  Object.entries(labels).flatMap(([name, label]) =>
    listOf(entry[name]).map((value, index) => ({
      action: textOf(value),
      path: [name, index],
      label,
    })),
  );
