import { describe, expect, it } from "vitest";
import { certifyPlan, managedPlanOf } from "../../../../shared/checks/certify-plan.ts";
import { goodDefinition } from "../../support/small-package.ts";
import { packageOf } from "../../support/package-of.ts";

const application = "microsoft-azure-applications.";
const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
const contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c";
const assigner = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
const [one, other] = [1, 2].map((at) => `b0b6b7ce-6a59-4f2e-8a51-0a4a3d8d2c7${String(at)}`);
const gives = (principalId: unknown, roleDefinitionId: string) => ({
  principalId,
  roleDefinitionId,
});

const planOf = (entry: object, skuType = "managed-application") => ({
  planId: "standard",
  [`${application}skuType`]: skuType,
  [`${application}package`]: {
    "1.0.0": { authorizations: [gives(one, owner)] },
    "1.10.0": { authorizations: [gives(one, contributor)], ...entry },
  },
});

function findingsOf(entry: object, definition: object = goodDefinition, skuType?: string) {
  const document = { definition: { plans: [{ planId: "other" }, planOf(entry, skuType)] } };
  const plan = managedPlanOf(document, "standard");
  return plan
    ? certifyPlan(plan, packageOf({ "createUiDefinition.json": definition }).files[0])
    : [];
}

const field = (rest: string) => `definition.plans[1].${application}package.1.10.0.${rest}`;
const jit = { publisherJitAccessPolicy: { jitAccessEnabled: true } };
const restart = "Microsoft.Compute/virtualMachines/restart/action";

describe("what a managed application's plan says beside its package", () => {
  it.each<[string, object, [string, string, string][]]>([
    ["a Contributor", {}, []],
    [
      "an Owner",
      { authorizations: [gives(one, owner.toUpperCase())] },
      [["warning", "Authorization.Is.Broad", "authorizations[0].roleDefinitionId"]],
    ],
    [
      "one who may give rights away",
      { authorizations: [gives(one, contributor), gives(other, assigner)] },
      [["warning", "Authorization.Is.Broad", "authorizations[1].roleDefinitionId"]],
    ],
    [
      "the same right twice",
      { authorizations: [gives(one, contributor), gives(one?.toUpperCase(), contributor)] },
      [["warning", "Authorization.Is.Repeated", "authorizations[1]"]],
    ],
    [
      "two roles of which one is Owner",
      { authorizations: [gives(one, owner), gives(one, contributor)] },
      [
        ["warning", "Authorization.Is.Broad", "authorizations[0].roleDefinitionId"],
        ["warning", "Authorization.Adds.Nothing", "authorizations[1]"],
      ],
    ],
    [
      "a right for nobody",
      { authorizations: [gives("00000000-0000-0000-0000-000000000000", contributor)] },
      [["warning", "Authorization.Of.Nobody", "authorizations[0]"]],
    ],
    ["an authorization of no shape", { authorizations: [null, "x"] }, []],
    ["a single action", { allowedCustomerActions: [restart, "*/read"] }, []],
    [
      "actions by wildcard",
      { allowedCustomerActions: ["*", "Microsoft.Compute/*"], allowedDataActions: ["*/write"] },
      [
        ["warning", "Customer.Action.Is.Broad", "allowedCustomerActions[0]"],
        ["warning", "Customer.Action.Is.Broad", "allowedCustomerActions[1]"],
        ["warning", "Customer.Action.Is.Broad", "allowedDataActions[0]"],
      ],
    ],
    [
      "actions that lift the lock",
      { allowedCustomerActions: ["Microsoft.Authorization/locks/delete"] },
      [["warning", "Customer.Action.Lifts.Lock", "allowedCustomerActions[0]"]],
    ],
    [
      "something that is no action",
      { allowedCustomerActions: ["restart"] },
      [["warning", "Customer.Action.Is.Malformed", "allowedCustomerActions[0]"]],
    ],
    [
      "actions that are switched off",
      {
        ApplicationLockingPolicies: { CanEnableCustomerActions: false },
        allowedCustomerActions: [restart],
      },
      [
        [
          "warning",
          "Customer.Actions.Are.Off",
          "ApplicationLockingPolicies.CanEnableCustomerActions",
        ],
      ],
    ],
    [
      "just-in-time access without a form for it",
      jit,
      [["error", "Jit.Is.Not.Supported", "publisherJitAccessPolicy.jitAccessEnabled"]],
    ],
  ])("%s", (_, entry, expected) => {
    const found = findingsOf(entry).map((it) => [it.severity, it.errorId, it.field]);
    expect(found).toEqual(expected.map(([severity, id, rest]) => [severity, id, field(rest)]));
  });

  it("just-in-time access needs its element in the form", () => {
    const element = { name: "jit", type: "Microsoft.Solutions.JitConfigurator" };
    const parameters = { ...goodDefinition.parameters, basics: [element] };
    expect(findingsOf(jit, { ...goodDefinition, parameters })).toEqual([]);
  });

  it("solution templates have nothing of it", () => {
    const entry = { authorizations: [gives(one, owner)] };
    expect(findingsOf(entry, goodDefinition, "Solution Template")).toEqual([]);
  });

  it("a finding is recognised when others come and go before it", () => {
    const fingerprintOf = (authorizations: object[]) =>
      findingsOf({ authorizations }).map(({ fingerprint }) => fingerprint);
    const alone = fingerprintOf([gives(other, owner)]);
    expect(alone[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf([gives(one, contributor), gives(other, owner)])).toEqual(alone);
  });
});
