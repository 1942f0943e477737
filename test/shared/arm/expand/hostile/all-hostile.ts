import { hostileDeployments } from "./hostile-deployments.ts";
import { hostile } from "./hostile-templates.ts";
import { hostileValues } from "./hostile-values.ts";

/** Every template that would cost without end, were the expander not to stop. */
export const allHostile = [...hostile, ...hostileValues, ...hostileDeployments];
