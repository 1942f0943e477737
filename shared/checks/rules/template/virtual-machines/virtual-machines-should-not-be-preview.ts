import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { propertiesOf, stringOf, valueAt } from "../../../../arm/json/node.ts";
import { TypeChain } from "../../../../arm/template/search/type-chain.ts";
import { variableBehind } from "../../../../arm/template/references/variable-behind.ts";
import { templateRule } from "../../rule.ts";

const machine = /^Microsoft\.Compute\/virtualMachine(?:s|ScaleSets)$/i;

/** Virtual machines start from images that are released. */
export const virtualMachinesShouldNotBePreview = templateRule(
  {
    id: "Virtual-Machines-Should-Not-Be-Preview",
    title: "Virtual machines use no preview images",
    why: "Preview images are unsupported, and disappear when the image is released.",
    fix: "Name the image that was released, by publisher, offer, sku and version.",
    example: {
      bad: '{ "imageReference": { "offer": "ledger", "sku": "2-preview", "version": "latest" } }',
      good: '{ "imageReference": { "offer": "ledger", "sku": "2", "version": "latest" } }',
    },
    severity: "error",
  },
  function* check(template) {
    const types = new TypeChain(template);
    for (const { owner, value } of template.find("storageProfile")) {
      if (![...types.from(owner)].some((type) => machine.test(type))) continue;
      const read = (node: JsonNode) => variableBehind(template, stringOf(node) ?? "") ?? node;
      const image = valueAt(read(value), "imageReference");
      const at = image === undefined ? undefined : previewIn(read(image), read);
      if (at === undefined) continue;
      const message = `A virtual machine uses the preview image "${stringOf(at) ?? ""}".`;
      yield { at, errorId: "VM.Using.Preview.Image", message };
    }
  },
);

/** The first part of an image reference that says it is a preview. */
function previewIn(image: JsonNode, read: (node: JsonNode) => JsonNode): JsonNode | undefined {
  const named = propertiesOf(image).filter(({ name }) => /^(?:version|sku|offer)$/i.test(name));
  const parts = [image, ...named.map(({ value }) => read(value))];
  return parts.find((part) => /preview$/i.test(stringOf(part) ?? ""));
}
