import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { CertificationFacts } from "../../shared/checks/facts/certification-facts.ts";
import { buildModel } from "../../shared/checks/model/certification-model.ts";
import { runRules } from "../../shared/checks/run-rules.ts";
import { fingerprintOf } from "../../shared/findings/fingerprint.ts";
import { malwareFindings } from "../../shared/malware/malware-findings.ts";
import type { MalwareScanner } from "../../shared/malware/malware-scanner.ts";
import { scannedContents } from "../../shared/malware/scanned-contents.ts";
import { sha256 } from "../../shared/packages/sha256.ts";
import type { Certified } from "./certified.ts";

const mainNames = /^(?:mainTemplate|azuredeploy|prereq\.azuredeploy)\.json$/i;
const definitionName = /^createUiDefinition\.json$/i;

/** Certifies one file; a createUiDefinition beside a template is looked at with it. */
export async function certifyFile(
  file: string,
  facts: CertificationFacts,
  scanner: MalwareScanner,
): Promise<Certified> {
  const folder = path.dirname(file);
  const name = path.basename(file);
  const beside = (await readdir(folder)).filter((one) => definitionName.test(one) && one !== name);
  const names = [name, ...beside];
  const files = await Promise.all(
    names.map(async (one) => {
      const bytes = await readFile(path.join(folder, one));
      return { path: one, bytes, sha256: await sha256(bytes) };
    }),
  );
  const model = buildModel(files, {
    mainTemplate: mainNames.test(name) ? name : undefined,
    createUiDefinition: names.find((one) => definitionName.test(one)),
  });
  const sum = fingerprintOf(...files.map((one) => one.sha256));
  const verdict = await scanner.scan(scannedContents({ sha256: sum, files }));
  const findings = [...malwareFindings(verdict, sum), ...runRules({ ...model, facts })];
  return { kind: "template", findings, files };
}
