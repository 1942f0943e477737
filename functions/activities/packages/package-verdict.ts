import { certifyPackage } from "../../../shared/checks/certify-package.ts";
import type { CertificationFacts } from "../../../shared/checks/facts/certification-facts.ts";
import { readAndScan } from "../../../shared/checks/read-and-scan.ts";
import type { Finding } from "../../../shared/findings/finding.ts";
import { readPackage } from "../../../shared/packages/read-package.ts";
import type { Ports } from "../../../shared/ports.ts";
import { keepFindings, nameOfFindings, readFindings } from "./kept-findings.ts";
import { openSealed } from "./sealed-packages.ts";

/**
 * What certification says of a sealed package. One that was judged by the same rules and scanned
 * for the same malware on the same day is not opened again.
 */
export async function packageVerdict(
  ports: Ports,
  sha256: string,
  facts: CertificationFacts,
): Promise<readonly Finding[]> {
  const rules = nameOfFindings.rules(sha256, facts);
  const judged = await readFindings(ports, rules);
  const scan = await keptScan(ports, sha256, facts);
  if (judged && scan.findings) return [...scan.findings, ...judged];

  const { contents } = await openSealed(ports, sha256, (source) =>
    readAndScan((look) => readPackage(source, { look }), {
      sha256,
      scanner: ports.malware,
      stored: source.stored,
    }),
  );
  await scan.keep(contents.malware);
  if (judged) return [...contents.malware, ...judged];
  const findings = [...contents.secrets, ...certifyPackage(contents, facts)];
  await keepFindings(ports, rules, findings);
  return [...contents.malware, ...findings];
}

/** What the scanner found before, if it knows the same now; and where to keep what it finds. */
async function keptScan(ports: Ports, sha256: string, facts: CertificationFacts) {
  const known = await ports.malware.knows?.();
  if (known === undefined) return { keep: () => Promise.resolve() };
  const name = nameOfFindings.malware(sha256, facts, known);
  return {
    findings: await readFindings(ports, name),
    keep: async (findings: readonly Finding[]): Promise<void> => {
      // What could not be looked at is asked about again; signatures may have come meanwhile.
      if (findings.some(({ whose }) => whose === "scanner")) return;
      if ((await ports.malware.knows?.()) === known) await keepFindings(ports, name, findings);
    },
  };
}
