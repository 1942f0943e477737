import { itemsOf, sameText, stringOf, valueAt } from "../../../arm/json/node.ts";
import type { JsonNode } from "../../../arm/json/json-document.ts";
import { type Objection, templateRule } from "../rule.ts";
import { broadRoleIn } from "./broad-roles.ts";

const definitionType = "Microsoft.Solutions/applicationDefinitions";

/** Managed applications that a template defines are locked, and their publisher has narrow roles. */
export const managedApplicationsAreLocked = templateRule(
  {
    id: "managed-applications-are-locked",
    title: "Definitions of managed applications lock what they deploy",
    why: "Without a lock anybody in the customer's subscription can change what the publisher answers for; with a broad role, whoever takes over the publisher's account has it at every customer's.",
    fix: 'Set lockLevel to "ReadOnly", name single actions in lockingPolicy, and give Contributor or a narrower role.',
    example: {
      bad: '{"type":"Microsoft.Solutions/applicationDefinitions","properties":{"lockLevel":"None"}}',
      good: '{"type":"Microsoft.Solutions/applicationDefinitions","properties":{"lockLevel":"ReadOnly"}}',
    },
    severity: "warning",
    source: "Azure managed applications, deny assignments and locking policy",
  },
  function* check(template) {
    for (const { type, node } of template.resources) {
      if (!sameText(type, definitionType)) continue;
      yield* checkDefinition(valueAt(node, "properties"));
    }
  },
);

function* checkDefinition(properties: JsonNode | undefined): Generator<Objection> {
  const level = valueAt(properties, "lockLevel");
  if (level !== undefined && sameText(stringOf(level), "None")) {
    const message = "The managed application is not locked.";
    yield { at: level, message, errorId: "Managed.Application.Is.Unlocked" };
  }
  for (const action of itemsOf(valueAt(properties, "lockingPolicy", "allowedActions"))) {
    const text = stringOf(action) ?? "";
    if (!/^\*(?:\/(?:\*|write|delete|action))?$|^microsoft\.authorization\//i.test(text)) continue;
    const message = `The lock of the managed application allows ${text}.`;
    yield { at: action, message, errorId: "Managed.Application.Lock.Is.Wide" };
  }
  for (const authorization of itemsOf(valueAt(properties, "authorizations"))) {
    const role = valueAt(authorization, "roleDefinitionId");
    const name = broadRoleIn(stringOf(role) ?? "");
    if (role === undefined || name === undefined) continue;
    const message = `The publisher of the managed application becomes ${name}.`;
    yield { at: role, message, errorId: "Managed.Application.Role.Is.Broad" };
  }
}
