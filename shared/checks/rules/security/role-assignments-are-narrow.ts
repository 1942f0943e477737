import type { JsonNode } from "../../../arm/json/json-document.ts";
import { sameText, stringOf, valueAt } from "../../../arm/json/node.ts";
import type { Template } from "../../../arm/template/template.ts";
import { templateRule } from "../rule.ts";

/** Roles that give away everything, or the right to give it away. */
const broad: Readonly<Record<string, string>> = {
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
  "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
  "f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
};

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
  },
  function* check(template) {
    for (const { type, node } of template.resources) {
      if (!sameText(type?.split("/").at(-1), "roleAssignments")) continue;
      const role = valueAt(node, "properties", "roleDefinitionId");
      const id = Object.keys(broad).find((one) => textOf(template, role).includes(one));
      if (role === undefined || id === undefined) continue;
      const message = `An identity becomes ${broad[id] ?? ""}.`;
      yield { at: role, message, errorId: "Role.Is.Broad" };
    }
  },
);

/** What a role is named by, with the variable it comes from. */
function textOf(template: Template, role: JsonNode | undefined): string {
  const text = stringOf(role) ?? "";
  const said = /variables\('([^']+)'\)/i.exec(text)?.[1];
  const behind = said === undefined ? undefined : stringOf(template.variable(said));
  return `${text} ${behind ?? ""}`.toLowerCase();
}
