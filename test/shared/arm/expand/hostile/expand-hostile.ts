import { expandTemplate } from "../../../../../shared/arm/expand/expand-template.ts";
import { allHostile } from "./all-hostile.ts";
import { asOf, sourceOf } from "../expanded.ts";

/** What one expansion took: milliseconds, and bytes of memory. */
export interface Cost {
  what: string;
  milliseconds: number;
  grown: number;
}

/** Expands every hostile template, and writes what each costs; in a process of its own. */
for (const [what, template] of allHostile) {
  const source = sourceOf({ resources: [], ...template });
  global.gc?.();
  const before = process.memoryUsage().rss;
  const start = performance.now();
  expandTemplate(source, { asOf });
  const milliseconds = performance.now() - start;
  const peak = Math.max(process.memoryUsage().rss, process.resourceUsage().maxRSS * 1024);
  const cost: Cost = { what, milliseconds, grown: peak - before };
  console.log(JSON.stringify(cost));
}
