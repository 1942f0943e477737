import type { JsonNode } from "../../../json/json-document.ts";
import { valueAt } from "../../../json/node.ts";
import type { TemplateSource } from "../../expansion.ts";
import { readValue } from "../../reading/read-value.ts";
import { report, type Site } from "../../reading/site.ts";

/** A template in another file, and its address. */
type LinkedTemplate = TemplateSource & { address: string };

/** The template that a deployment links to, where it is in the package. */
export function linkedTemplate(
  properties: JsonNode | undefined,
  site: Site,
  from: string | undefined,
): LinkedTemplate | undefined {
  const link = valueAt(properties, "templateLink");
  const relative = valueAt(link, "relativePath");
  const node = relative ?? valueAt(link, "uri");
  if (node === undefined) return undefined;
  const value = readValue(node, site);
  if (typeof value !== "string") return undefined;
  const base = relative === undefined ? undefined : (from ?? site.run.address);
  const url = URL.parse(value, base);
  const root = site.run.address;
  if (url === null || !url.href.startsWith(root)) {
    const message =
      "The linked template is not in the package: add it there and link to it relative to the main template.";
    report(site, node, "linked-template-outside", message);
    return undefined;
  }
  const path = decoded(url.origin + url.pathname, root);
  const template = site.run.readTemplate(path);
  if (template === undefined) {
    const message = `The linked template "${path.slice(0, 200)}" is not in the package: add it, or correct the link.`;
    report(site, node, "linked-template-missing", message);
    return undefined;
  }
  return { document: template.document, node: template.node, address: url.href };
}

function decoded(address: string, root: string): string {
  const path = address.slice(root.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
