import { z } from "zod";
import type { CertificationFacts } from "../../../shared/checks/facts/certification-facts.ts";
import { allRules } from "../../../shared/checks/rules/all-rules.ts";
import { Finding } from "../../../shared/findings/finding.ts";
import { fingerprintOf } from "../../../shared/findings/fingerprint.ts";
import type { Ports } from "../../../shared/ports.ts";
import { version } from "../../version.ts";

const Kept = z.object({ findings: z.array(Finding) });

/** Another build, or another set of rules, judges anew. */
const ruleSet = fingerprintOf(version, ...allRules.map(({ id }) => id));

/** Where findings about a package are kept, by all that they depend on. */
export const nameOfFindings = {
  rules: (sha256: string, { asOf, resourceTypes }: CertificationFacts): string =>
    `verdicts/${sha256}/${ruleSet}.${resourceTypes.asOf}.${asOf}.json`,
  malware: (sha256: string, { asOf }: CertificationFacts, known: string): string =>
    `verdicts/${sha256}/malware.${fingerprintOf(version, known)}.${asOf}.json`,
};

/** Findings that were kept, if they were. */
export async function readFindings(
  { packages }: Ports,
  name: string,
): Promise<readonly Finding[] | undefined> {
  return Kept.safeParse(await packages.readReport(name)).data?.findings;
}

export async function keepFindings(
  { packages }: Ports,
  name: string,
  findings: readonly Finding[],
): Promise<void> {
  await packages.writeReport(name, { findings });
}
