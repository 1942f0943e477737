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

async function blockingRules(path: string) {
  const reading = await readPackage(readFileSync(join(data, path)));
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  const certified = certifyPackage(reading.package, factsAsOf(new Date("2026-11-01")));
  const findings = [...certified, ...checkInfluencedRevenue(plan, reading.package)];
  return [...new Set(findings.filter(isBlocking).map(({ ruleId }) => ruleId))];
}

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

  test.each(samples)("the sample package %s is stopped, as it tracks no usage", async (path) => {
    expect(await blockingRules(path)).toContain("influenced-revenue-is-tracked");
  });
}
