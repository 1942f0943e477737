import { type Authorization, authorizationsOf } from "./authorization.ts";
import { planRule } from "./plan-rule.ts";

const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

/** Every authorization of the publisher gives something to somebody. */
export const authorizationsAreDistinct = planRule(
  {
    id: "authorizations-are-distinct",
    title: "Every authorization of the publisher gives something to somebody",
    why: "Azure refuses a role that is assigned twice, and a right that nobody meant to give is noticed by nobody.",
    fix: "Remove the authorization, or correct its principal ID.",
    example: {
      bad: '{"authorizations":[{"principalId":"00000000-0000-0000-0000-000000000000","roleDefinitionId":"b24988ac-6180-42a0-ab88-20f7382dd24c"}]}',
      good: '{"authorizations":[{"principalId":"b0b6b7ce-6a59-4f2e-8a51-0a4a3d8d2c77","roleDefinitionId":"b24988ac-6180-42a0-ab88-20f7382dd24c"}]}',
    },
    severity: "warning",
    source: "Azure role-based access control, assignments of roles",
  },
  function* check(plan) {
    const all = authorizationsOf(plan);
    for (const [index, one] of all.entries()) {
      const problem = problemOf(one, all, index);
      if (problem === undefined) continue;
      yield { ...problem, path: one.path, label: "Authorizations", value: keyOf(one) };
    }
  },
);

const keyOf = ({ principalId, roleDefinitionId }: Authorization): string =>
  `${principalId} ${roleDefinitionId}`;

function problemOf(one: Authorization, all: readonly Authorization[], index: number) {
  const { principalId } = one;
  if (/^[0-]+$/.test(principalId)) {
    const message = "An authorization is for the principal of zeros, which is nobody.";
    return { errorId: "Authorization.Of.Nobody", message };
  }
  if (all.slice(0, index).some((other) => keyOf(other) === keyOf(one))) {
    const message = `The principal ${principalId} is given the same role twice.`;
    return { errorId: "Authorization.Is.Repeated", message };
  }
  const others = all.filter((other) => other.principalId === principalId);
  if (one.roleDefinitionId === owner || !others.some((it) => it.roleDefinitionId === owner))
    return undefined;
  const message = `The principal ${principalId} is Owner already, so another role adds nothing.`;
  return { errorId: "Authorization.Adds.Nothing", message };
}
