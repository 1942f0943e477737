import { type Node, parseTree } from "jsonc-parser";
import { inexactNumbers } from "./odd-values.ts";

const leads = "microsoft-azure-marketplace.tableLeadConfiguration";
const serverFields =
  "version status changedTime eTag Etag etag pcMigrationStatus pcRedirectUri isvUpgradeRequest".split(
    " ",
  );

/** Why a taken document should have been refused, found another way than the API finds it. */
export function lossIn(text: string): string | undefined {
  const root = parseTree(text, [], { disallowComments: true });
  return root ? lossAt(root, text) : "no JSON";
}

function lossAt(node: Node, text: string): string | undefined {
  const source = text.slice(node.offset, node.offset + node.length);
  if (node.type === "number" && inexactNumbers.includes(source)) return source;
  if (node.type === "string" && !(node.value as string).isWellFormed()) return source;
  if (node.type === "object") {
    const names = (node.children ?? []).map((property) => property.children?.[0]?.value as string);
    if (new Set(names).size < names.length) return `keys ${names.join()}`;
    if (names.includes("__proto__")) return "__proto__";
  }
  for (const child of node.children ?? []) {
    const loss = lossAt(child, text);
    if (loss !== undefined) return loss;
  }
  return undefined;
}

/** What a draft must read as once `text` was taken: nothing lost but secrets and what the server sets. */
export function draftOf(text: string): Record<string, unknown> {
  const entries = Object.entries<any>(JSON.parse(text));
  const sent = Object.fromEntries(entries.filter(([name]) => !serverFields.includes(name)));
  const offer = sent["definition"].offer;
  if (offer && Object.hasOwn(offer, leads)) {
    const isObject =
      typeof offer[leads] === "object" && offer[leads] !== null && !Array.isArray(offer[leads]);
    // Where an object with a secret should be, anything else may be the secret itself.
    if (isObject) delete offer[leads].connectionString;
    else offer[leads] = {};
  }
  return JSON.parse(JSON.stringify({ ...sent, id: "mail", publisherId: "contoso" }));
}
