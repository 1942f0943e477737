import { stringOf, valueAt } from "../../../../arm/json/node.ts";
import { findProperties } from "../../../../arm/json/walk.ts";
import type { JsonNode } from "../../../../arm/json/json-document.ts";
import { definitionRule } from "../../rule.ts";

/** Element types by their namespaces: the documented ones, and some that are in use. */
const elements: Readonly<Record<string, readonly string[]>> = {
  common: [
    "CheckBox DropDown EditableGrid FileUpload InfoBox OptionsGroup PasswordBox Section Selector",
    "ServicePrincipalSelector Slider TagsByResource TextBlock TextBox",
  ],
  compute: ["CredentialsCombo SizeSelector UserNameTextBox"],
  keyvault: ["KeyVaultCertificateSelector"],
  managedidentity: ["IdentitySelector"],
  network: ["PublicIpAddressCombo VirtualNetworkCombo"],
  operationalinsights: ["WorkspaceSelector"],
  solutions: ["ArmApiControl BladeInvokeControl GraphApiControl JitConfigurator ResourceSelector"],
  storage: ["MultiStorageAccountCombo StorageAccountSelector StorageBlobSelector"],
};
const known = new Set(
  Object.entries(elements).flatMap(([namespace, lists]) =>
    lists.flatMap((list) =>
      list.split(" ").map((name) => `microsoft.${namespace}.${name}`.toLowerCase()),
    ),
  ),
);

/** Elements stand in `basics`, in `elements`, and in the columns of grids. */
export const createUiElementsAreKnown = definitionRule(
  {
    id: "create-ui-elements-are-known",
    title: "The form is made of elements that the portal knows",
    why: "The portal shows nothing for an element of an unknown type, and the form may not load.",
    fix: "Correct the type; the documented ones are listed with the portal's createUiDefinition elements.",
    example: {
      bad: '{"type": "Microsoft.Common.Textfield"}',
      good: '{"type": "Microsoft.Common.TextBox"}',
    },
    severity: "warning",
  },
  function* check(definition) {
    const parameters = valueAt(definition, "parameters");
    for (const { value } of findProperties(parameters, ["basics", "elements", "element"])) {
      const items = value.type === "array" ? (value.children ?? []) : [value];
      for (const element of items) yield* checkElement(element);
    }
  },
);

function* checkElement(element: JsonNode) {
  const type = valueAt(element, "type");
  const text = stringOf(type);
  if (type === undefined || text === undefined || known.has(text.toLowerCase())) return;
  const message = `The portal knows no element of the type ${text}.`;
  yield { at: type, errorId: "Element.Type.Unknown", message };
}
