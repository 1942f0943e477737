import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import { factsAsOf } from "../../../shared/checks/facts/certification-facts.ts";
import { checkInfluencedRevenue } from "../../../shared/checks/influenced-revenue.ts";
import { isBlocking } from "../../../shared/findings/blocking.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";

const data = resolve(import.meta.dirname, "../../../../shared/data/packages");
const plan = { publisherId: "contoso", offerId: "ledger", planId: "standard" };

async function findingsIn(path: string) {
  const reading = await readPackage(readFileSync(join(data, path)));
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  const certified = certifyPackage(reading.package, factsAsOf(new Date("2026-11-01")));
  return [...certified, ...checkInfluencedRevenue(plan, reading.package)];
}

async function blockingRules(path: string) {
  const findings = await findingsIn(path);
  return [...new Set(findings.filter(isBlocking).map(({ ruleId }) => ruleId))];
}

/** What no package of these can be wrong in, as each of them was deployed. */
const certain = new Set([
  "api-versions-are-known",
  "resource-types-are-known",
  "template-is-within-limits",
]);

if (!existsSync(data)) {
  test("no real packages are on this machine, so only our own were certified", () => {
    console.warn(`no real packages in ${data}`);
  });
} else {
  const vendors = globSync("ibm/*.zip", { cwd: data });
  const samples = globSync("azure/*.zip", { cwd: data });

  test.each(vendors)(
    "the vendor's package %s passes, unless a folder is around it",
    async (path) => {
      const isWrapped = /sterling-2024-09/.test(path);
      expect(await blockingRules(path)).toEqual(isWrapped ? ["package-layout-is-correct"] : []);
    },
  );

  test.each([...vendors, ...samples])("what %s deploys is known to Azure", async (path) => {
    const found = (await findingsIn(path)).filter(({ ruleId }) => certain.has(ruleId));
    expect(found).toEqual([]);
  });

  test.each(samples)("the sample package %s is stopped, as it tracks no usage", async (path) => {
    expect(await blockingRules(path)).toContain("influenced-revenue-is-tracked");
  });
}
