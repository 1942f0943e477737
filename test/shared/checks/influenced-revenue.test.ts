import { expect, test } from "vitest";
import { checkInfluencedRevenue } from "../../../shared/checks/influenced-revenue.ts";
import { packageOf } from "../support/package-of.ts";

const plan = { publisherId: "contoso", offerId: "ledger", planId: "standard" };
const guid = "863f503a-9654-4ffe-9149-d0bd97ec7280";
const deployment = (name: string) => ({ type: "microsoft.resources/Deployments", name });

const check = (template: unknown) =>
  checkInfluencedRevenue(plan, packageOf({ "mainTemplate.json": template }));

test.each([
  [`pid-${guid}`],
  [`pid-${guid.toUpperCase()}`],
  [`pid-${guid}-partnercenter`],
  ["pid-contoso-ledger-partnercenter"],
  [`[concat('pid-', '${guid}')]`],
  ["[variables('tracking')]"],
])("%s tracks the usage of the plan", (name) => {
  const variables = { tracking: `pid-${guid}` };
  expect(check({ variables, resources: [deployment(name)] })).toEqual([]);
});

test("resources may be keyed by symbolic names", () => {
  expect(check({ resources: { tracking: deployment(`pid-${guid}`) } })).toEqual([]);
});

test.each([
  ["nothing", []],
  ["another deployment", [deployment("network")]],
  ["a GUID without pid-", [deployment(guid)]],
  ["the sample's placeholder", [deployment("pid-<Tracking GUID>")]],
  ["another publisher's offer", [deployment("pid-fabrikam-ledger-partnercenter")]],
  ["a name that differs between deployments", [deployment("[concat('pid-', newGuid())]")]],
  ["a resource of another type", [{ type: "Microsoft.Web/sites", name: `pid-${guid}` }]],
  ["a child of a resource", [{ type: "a/b", resources: [deployment(`pid-${guid}`)] }]],
  [
    "a nested template",
    [{ ...deployment("x"), properties: { template: { resources: [deployment(`pid-${guid}`)] } } }],
  ],
])("%s does not track anything", (_, resources) => {
  const [finding, ...others] = check({ resources });
  expect(others).toEqual([]);
  expect(finding?.message).toContain("plan standard");
  expect(finding?.severity).toBe("error");
});

test("the finding shows the resource to add, ready for the template", () => {
  const [finding] = check({ resources: [] });
  const resource = JSON.parse(finding!.fix.slice(finding!.fix.indexOf("{")));
  expect(check({ resources: [resource] })).toEqual([]);
  expect(finding).toMatchObject({ file: "mainTemplate.json", line: 2, jsonPath: "resources" });
});

test("a name that was meant to track is shown with its place", () => {
  const [finding] = check({ resources: [deployment("x"), deployment("pid-123")] });
  expect(finding?.message).toContain('"pid-123"');
  expect(finding?.jsonPath).toBe("resources[1]");
});

test("a plan whose template cannot be read is not taken for one that tracks", () => {
  expect(check("{")).toHaveLength(1);
  expect(checkInfluencedRevenue(plan, packageOf({}))).toHaveLength(1);
});
