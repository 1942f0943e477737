import { sameText, stringOf, valueAt } from "../json/node.ts";
import type { Template } from "./template.ts";

/** Whether the file was compiled from Bicep; inner templates go by the file around them. */
export function isFromBicep(template: Template): boolean {
  const { root } = template.document;
  return sameText(stringOf(valueAt(root, "metadata", "_generator", "name")), "bicep");
}
