import { customerActionsOf } from "./customer-actions.ts";
import { planRule } from "./plan-rule.ts";

/** The lock on the managed resource group keeps customers from what the publisher answers for. */
export const customerActionsAreNarrow = planRule(
  {
    id: "customer-actions-are-narrow",
    title: "The lock leaves customers single actions",
    why: "A wildcard lifts the lock: customers can then change or delete what the publisher answers for, and actions of Microsoft.Authorization let them lift it themselves.",
    fix: "Name each action that customers need, such as Microsoft.Compute/virtualMachines/restart/action.",
    example: {
      bad: '{"allowedCustomerActions":["*"]}',
      good: '{"allowedCustomerActions":["Microsoft.Compute/virtualMachines/restart/action"]}',
    },
    severity: "warning",
    source: "Azure managed applications, deny assignments and locking policy",
  },
  function* check(plan) {
    for (const { action, path, label } of customerActionsOf(plan)) {
      const problem = problemOf(action);
      if (problem !== undefined) yield { ...problem, path, label, value: action.toLowerCase() };
    }
  },
);

function problemOf(action: string) {
  const shown = action.slice(0, 100);
  if (/^microsoft\.authorization\/.*(?:\*|write|delete|action)$/i.test(action)) {
    const message = `"${shown}" lets customers change rights and locks.`;
    return { errorId: "Customer.Action.Lifts.Lock", message };
  }
  if (/^\*(?:\/(?:\*|write|delete|action))?$|^[\w.]+\/\*$/i.test(action)) {
    const message = `"${shown}" allows customers whatever there is of its kind.`;
    return { errorId: "Customer.Action.Is.Broad", message };
  }
  if (/^(?:\*|[\w.]+)(?:\/[\w.*-]+)+$/.test(action)) return undefined;
  const message = `"${shown}" is no action of Azure.`;
  return { errorId: "Customer.Action.Is.Malformed", message };
}
