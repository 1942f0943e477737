import { format } from "prettier";
import { leadKinds } from "../../../shared/offers/model/leads/lead-kinds.ts";
import { OfferModel } from "../../../shared/offers/model/offer-model.ts";
import { tabs } from "../../../shared/offers/model/tabs.ts";
import { wireChoices } from "../../../shared/offers/model/wire-choices.ts";
import { type ModelField, modelFields } from "./model-fields.ts";

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const code = (text: string): string => (text === "" ? "" : `\`${cell(text)}\``);

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

function rowOf({ path, notes }: ModelField): readonly string[] {
  const { label, need, form, what, example } = notes;
  const shape = form ?? "text";
  const shown = example === undefined ? "" : code(JSON.stringify(example));
  return [code(path.replace(/^\./, "")), cell(label), need, cell(what), cell(shape), shown];
}

const head = ["Field", "In the editor", "Needed", "What it is for", "What it has to be", "Example"];
const fieldTable = (fields: readonly ModelField[]): string => table(head, fields.map(rowOf));

const introduction = `# The offer model

Every field of an offer document: what it is for, what it has to be, and what happens when it is not.
This page is made from the model itself (\`npm run offer-model\`), so it says what publishing checks.

- A **draft** may be incomplete. It is stored as it was sent, with fields this page does not know.
- **Publishing** needs every _required_ field. A missing _recommended_ one is a warning.
- A field with \`""\` or \`null\` counts as missing.
- Ask for everything Publish would say, without publishing: \`POST …/offers/{offer}/validate\`.
`;

const changes = `## What may not change once it is published

- The offer's and the plans' IDs, and a plan's type. A published plan cannot be removed, a public one never made private.
- Package versions only grow; a published version keeps its package.
- Prices only fall. A plan that was free stays free.
- The hero logo can be replaced and not removed. There is no way back from the standard contract.
`;

/** The reference page of the offer model, in Markdown. */
export function offerModelPage(): Promise<string> {
  const fields = modelFields(OfferModel);
  const perTab = tabs.map((tab) => {
    const own = fields.filter(({ notes }) => notes.tab === tab);
    return `## ${tab}\n\n${fieldTable(own)}\n`;
  });
  const leads = leadKinds.map(
    ({ name, configuredBy, configuration }) =>
      `### ${name}: \`microsoft-azure-marketplace.${configuredBy}\`\n\n${fieldTable(modelFields(configuration))}\n`,
  );
  const choices = wireChoices.map(({ field, chosen, alsoTaken, why }) =>
    [field, chosen, alsoTaken, why].map(cell),
  );
  const text = [
    introduction,
    ...perTab,
    "## Lead destinations\n",
    ...leads,
    changes,
    "## Names and values that no document fixes\n\nWhat this service chose, and what else it takes.\n",
    table(["Field", "Chosen", "Also taken", "Why"], choices),
  ].join("\n");
  return format(text, { parser: "markdown", proseWrap: "preserve", printWidth: 100 });
}
