import { templateRule } from "../../rule.ts";

/** Arguments, with calls within calls as deep as anybody writes them. */
const argumentsOf = (depth: number): string =>
  depth === 0 ? String.raw`[^()"]*` : String.raw`(?:[^()"]|\(${argumentsOf(depth - 1)}\))*`;
const newestOfProvider = new RegExp(
  String.raw`providers\s*\(${argumentsOf(5)}\)\s*\.\s*apiVersions`,
  "gi",
);

/** API versions are fixed, and not whatever is newest at deployment; comments count as well. */
export const providersApiVersionsIsNotPermitted = templateRule(
  {
    id: "providers_apiVersions-Is-Not-Permitted",
    title: "API versions are not asked for at deployment",
    why: "A template that takes the newest API version breaks on the day a new one differs.",
    fix: "Write the API version that the template was tested with.",
    example: {
      bad: `{ "apiVersion": "[providers('Microsoft.Compute', 'disks').apiVersions[0]]" }`,
      good: '{ "apiVersion": "2025-01-02" }',
    },
    severity: "warning",
  },
  function* check({ text, node }) {
    for (const match of text.matchAll(newestOfProvider)) {
      const at = node.offset + match.index;
      const message = `The API version is asked for with ${match[0]}.`;
      yield { at, errorId: "ApiVersion.Using.Providers", message, evidence: match[0] };
    }
  },
);
