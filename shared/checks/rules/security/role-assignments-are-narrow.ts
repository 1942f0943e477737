import type { JsonNode } from "../../../arm/json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../arm/json/node.ts";
import type { Template } from "../../../arm/template/template.ts";
import { templateRule } from "../rule.ts";
import { broadRoleIn } from "./broad-roles.ts";

/** Identities get no more rights than their work needs. */
export const roleAssignmentsAreNarrow = templateRule(
  {
    id: "role-assignments-are-narrow",
    title: "Identities get narrow roles",
    why: "Whoever takes over an identity that is Owner, or may assign roles, has the whole scope.",
    fix: "Assign the narrowest built-in role that does, such as Contributor of one resource or a data role.",
    example: {
      bad: "{\"roleDefinitionId\":\"[subscriptionResourceId('Microsoft.Authorization/roleDefinitions','8e3af657-a8ff-443c-a75c-2fe8c4bcb635')]\"}",
      good: "{\"roleDefinitionId\":\"[subscriptionResourceId('Microsoft.Authorization/roleDefinitions','ba92f5b4-2d11-453d-a403-e96b0029c9fe')]\"}",
    },
    severity: "warning",
    source: "Microsoft cloud security benchmark, PA-7: just enough administration",
  },
  function* check(template) {
    for (const { type, node } of template.resources) {
      if (!sameText(type?.split("/").at(-1), "roleAssignments")) continue;
      const role = valueAt(node, "properties", "roleDefinitionId");
      const name = broadRoleIn(textOf(template, role));
      if (role === undefined || name === undefined) continue;
      const message = `An identity becomes ${name}.`;
      yield { at: role, message, errorId: "Role.Is.Broad" };
    }
  },
);

/** What a role is named by, with the variable it comes from. */
function textOf(template: Template, role: JsonNode | undefined): string {
  const text = stringOf(role) ?? "";
  const said = /variables\('([^']+)'\)/i.exec(text)?.[1];
  const behind = said === undefined ? undefined : stringOf(template.variable(said));
  return `${text} ${behind ?? ""}`;
}
