import { z } from "zod";
import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import type { CertificationFacts } from "../../../shared/checks/facts/certification-facts.ts";
import { allRules } from "../../../shared/checks/rules/all-rules.ts";
import { Finding } from "../../../shared/findings/finding.ts";
import { fingerprintOf } from "../../../shared/findings/fingerprint.ts";
import { malwareFindings } from "../../../shared/malware/malware-findings.ts";
import { scannedContents } from "../../../shared/malware/scanned-contents.ts";
import type { PackageContents } from "../../../shared/packages/package-contents.ts";
import type { Ports } from "../../../shared/ports.ts";
import { version } from "../../version.ts";
import { unpackSealed } from "./sealed-packages.ts";

const Verdict = z.object({ findings: z.array(Finding) });

/** Another build, or another set of rules, judges anew. */
const ruleSet = fingerprintOf(version, ...allRules.map(({ id }) => id));

/** What certification says of a sealed package. Signatures change at any time, rules once a day. */
export async function packageVerdict(
  ports: Ports,
  sha256: string,
  facts: CertificationFacts,
): Promise<readonly Finding[]> {
  const contents = await unpackSealed(ports, sha256);
  const verdict = await ports.malware.scan(scannedContents(contents));
  return [...malwareFindings(verdict, sha256), ...(await rulesVerdict(ports, contents, facts))];
}

async function rulesVerdict(
  ports: Ports,
  contents: PackageContents,
  facts: CertificationFacts,
): Promise<readonly Finding[]> {
  const name = `verdicts/${contents.sha256}/${ruleSet}.${facts.resourceTypes.asOf}.${facts.asOf}.json`;
  const kept = Verdict.safeParse(await ports.packages.readReport(name));
  if (kept.success) return kept.data.findings;
  const findings = certifyPackage(contents, facts);
  await ports.packages.writeReport(name, { findings });
  return findings;
}
