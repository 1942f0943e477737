import { valueAt } from "../../../arm/json/node.ts";
import { templateRule } from "../rule.ts";
import { criteria } from "./criteria.ts";

/** Extensions of virtual machines ask for new minor versions. */
export const extensionsAreUpgraded = templateRule(
  criteria.extensionsAreUpgraded,
  function* check(template) {
    // What has a publisher and a version of its handler is an extension, however it is nested.
    for (const { owner } of template.findBelow("resources", "typeHandlerVersion")) {
      const upgrade = valueAt(owner, "autoUpgradeMinorVersion");
      if (valueAt(owner, "publisher") === undefined) continue;
      if (upgrade !== undefined && upgrade.value !== false) continue;
      const message = "An extension does not get its minor versions.";
      yield { at: upgrade ?? owner, message, errorId: "Extension.Is.Not.Upgraded" };
    }
  },
);
