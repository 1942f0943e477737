import { templateRule } from "../../rule.ts";

/** Listed because the catalogue lists it; it is switched off there, and objects to nothing here. */
export const resourcesShouldNotBeAmbiguous = templateRule(
  {
    id: "Resources-Should-Not-Be-Ambiguous",
    title: "Types and names of resources fit together (not checked)",
    why: "Reviewers have switched this check off: names made by expressions cannot be counted.",
    fix: "Give a resource's name one part fewer than its type has.",
    example: {
      bad: '{ "type": "Microsoft.Sql/servers/databases", "name": "ledger" }',
      good: '{ "type": "Microsoft.Sql/servers/databases", "name": "server/ledger" }',
    },
    severity: "error",
  },
  () => [],
);
