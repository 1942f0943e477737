import { report } from "../reading/site.ts";
import type { Deployment } from "./deployment.ts";

/** Reports resources that one template declares twice, where both are sure to be deployed. */
export function reportDuplicates({ declared, site }: Deployment): void {
  const seen = new Set<string>();
  for (const { id, isSure, node } of declared) {
    if (typeof id !== "string" || !isSure) continue;
    const key = id.toLowerCase();
    if (seen.has(key)) {
      const message = `The resource "${id.slice(0, 300)}" is declared more than once: give each its own name.`;
      report(site, node, "resource-duplicate", message);
    }
    seen.add(key);
  }
}
