import { objectOf } from "../../offers/json-fields.ts";
import { customerActionsOf } from "./customer-actions.ts";
import { planRule } from "./plan-rule.ts";

/** Actions that customers are promised are allowed by the lock. */
export const customerActionsTakeEffect = planRule(
  {
    id: "customer-actions-take-effect",
    title: "Listed customer actions are enabled",
    why: "With customer actions switched off, the lock denies what the plan lists, and customers find out when they need it.",
    fix: "Set ApplicationLockingPolicies.CanEnableCustomerActions to true, or remove the actions.",
    example: {
      bad: '{"ApplicationLockingPolicies":{"CanEnableCustomerActions":false},"allowedCustomerActions":["Microsoft.Compute/virtualMachines/restart/action"]}',
      good: '{"ApplicationLockingPolicies":{"CanEnableCustomerActions":true},"allowedCustomerActions":["Microsoft.Compute/virtualMachines/restart/action"]}',
    },
    severity: "warning",
    source: "Azure managed applications, deny assignments and locking policy",
  },
  function* check(plan) {
    const locking = objectOf(plan.entry["ApplicationLockingPolicies"]);
    const actions = customerActionsOf(plan);
    if (locking["CanEnableCustomerActions"] !== false || actions.length === 0) return;
    yield {
      path: ["ApplicationLockingPolicies", "CanEnableCustomerActions"],
      label: "Locking",
      value: "false",
      errorId: "Customer.Actions.Are.Off",
      message: `Customer actions are switched off, though ${String(actions.length)} of them are listed.`,
    };
  },
);
