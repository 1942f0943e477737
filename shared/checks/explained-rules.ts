import { allPlanRules } from "./plans/all-plan-rules.ts";
import { allRules } from "./rules/all-rules.ts";
import type { RuleText } from "./rules/rule.ts";
import { scanRules } from "./scan-rules.ts";

/** Every rule that certification reports by, as reports and the reference page explain it. */
export const explainedRules: readonly RuleText[] = [...scanRules, ...allRules, ...allPlanRules];
