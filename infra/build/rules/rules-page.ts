import { format } from "prettier";
import { allRules } from "../../../shared/checks/rules/all-rules.ts";
import type { RuleText } from "../../../shared/checks/rules/rule.ts";

const introduction = `# The rules of certification

Every rule that a package is certified by: what it wants, why, and how to satisfy it. This page is made
from the rules themselves (\`npm run rules\`). Run them on a package, a folder or a template with
\`npm run certify -- PATH\`.

An **error** stops the offer; a **warning** is shown and passes. Names with capitals are those of the
public catalogue that marketplace reviewers use; of these, some only warn in a marketplace.
`;

const code = (text: string): string => `\`\`\`json\n${text}\n\`\`\``;

function section({ id, title, why, fix, severity, example }: RuleText): string {
  const shown = example
    ? ["Instead of", code(example.bad), "write", code(example.good)].join("\n\n")
    : "";
  return [`## ${id}`, `${title}. **${severity}**`, why, fix, shown].filter(Boolean).join("\n\n");
}

/** The reference page of the rules, in Markdown. */
export function rulesPage(): Promise<string> {
  const rules = [...allRules].sort((a, b) => a.id.localeCompare(b.id, "en"));
  const text = [introduction, ...rules.map(section)].join("\n\n");
  return format(text, { parser: "markdown", proseWrap: "preserve", printWidth: 100 });
}
