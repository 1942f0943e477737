import type { RegisteredFunction } from "../../worker/registered-function.ts";

/** A function as the admin API shows it. */
export function describeFunction(
  fn: RegisteredFunction,
  options: { origin: string; isDisabled: boolean },
): object {
  return {
    name: fn.name,
    href: `${options.origin}/admin/functions/${fn.name}`,
    isDisabled: options.isDisabled,
    isDirect: false,
    isProxy: false,
    language: "node",
    config: { name: fn.name, bindings: Object.values(fn.bindings) },
  };
}
