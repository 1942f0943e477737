import { broadRoleIn } from "../rules/security/broad-roles.ts";
import { authorizationsOf } from "./authorization.ts";
import { planRule } from "./plan-rule.ts";

/** The publisher gets no more rights at the customer's than managing the application needs. */
export const publisherRolesAreNarrow = planRule(
  {
    id: "publisher-roles-are-narrow",
    title: "The publisher gets narrow roles in the managed resource group",
    why: "Whoever takes over one of the publisher's accounts has its role in the resource group of every customer; an Owner can give rights to others besides.",
    fix: "Give Contributor or a narrower role, and ask for more by just-in-time access.",
    example: {
      bad: '{"authorizations":[{"principalId":"b0b6b7ce-6a59-4f2e-8a51-0a4a3d8d2c77","roleDefinitionId":"8e3af657-a8ff-443c-a75c-2fe8c4bcb635"}]}',
      good: '{"authorizations":[{"principalId":"b0b6b7ce-6a59-4f2e-8a51-0a4a3d8d2c77","roleDefinitionId":"b24988ac-6180-42a0-ab88-20f7382dd24c"}]}',
    },
    severity: "warning",
    source: "Microsoft cloud security benchmark, PA-7: just enough administration",
  },
  function* check(plan) {
    for (const { principalId, roleDefinitionId, path } of authorizationsOf(plan)) {
      const role = broadRoleIn(roleDefinitionId);
      if (role === undefined) continue;
      yield {
        path: [...path, "roleDefinitionId"],
        label: "Role definition ID",
        value: `${principalId} ${role}`,
        errorId: "Authorization.Is.Broad",
        message: `The principal ${principalId} of the publisher becomes ${role} at every customer's.`,
      };
    }
  },
);
