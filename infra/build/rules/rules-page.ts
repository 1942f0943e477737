import { format } from "prettier";
import { explainedRules } from "../../../shared/checks/explained-rules.ts";
import type { RuleText } from "../../../shared/checks/rules/rule.ts";

const introduction = `# The rules of certification

Every rule that a package, and a managed application's plan, is certified by: what it wants, why, and how
to satisfy it. This page is made from the rules themselves (\`npm run rules\`). Run them on a package, a folder or a template with
\`npm run certify -- PATH\`.

An **error** stops the offer; a **warning** is shown and passes. Names with capitals are those of the
public catalogue that marketplace reviewers use; of these, some only warn in a marketplace.
`;

const code = (text: string): string => `\`\`\`json\n${text}\n\`\`\``;

function section({ id, title, why, fix, severity, example, source }: RuleText): string {
  const shown = example
    ? ["Instead of", code(example.bad), "write", code(example.good)].join("\n\n")
    : "";
  const from = source === undefined ? "" : `Source: ${source}.`;
  const parts = [`## ${id}`, `${title}. **${severity}**`, why, fix, shown, from];
  return parts.filter(Boolean).join("\n\n");
}

/** The reference page of the rules, in Markdown. */
export function rulesPage(): Promise<string> {
  const rules = [...explainedRules].sort((a, b) => a.id.localeCompare(b.id, "en"));
  const text = [introduction, ...rules.map(section)].join("\n\n");
  return format(text, { parser: "markdown", proseWrap: "preserve", printWidth: 100 });
}
