import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { CertificationFacts } from "../../shared/checks/facts/certification-facts.ts";
import { buildModel } from "../../shared/checks/model/certification-model.ts";
import { readAndScan } from "../../shared/checks/read-and-scan.ts";
import { runRules } from "../../shared/checks/run-rules.ts";
import type { Finding } from "../../shared/findings/finding.ts";
import { fingerprintOf } from "../../shared/findings/fingerprint.ts";
import type { MalwareScanner } from "../../shared/malware/malware-scanner.ts";
import { inOnePiece } from "../../shared/packages/chunks.ts";
import type { HeldFile, PackageMember } from "../../shared/packages/package-contents.ts";
import { sha256 } from "../../shared/packages/sha256.ts";
import type { Certified } from "./certified.ts";
import { NotCheckable } from "./not-checkable.ts";

const mainNames = /^(?:mainTemplate|azuredeploy|prereq\.azuredeploy)\.json$/i;
const definitionName = /^createUiDefinition\.json$/i;

/** Certifies one file; a createUiDefinition beside it is looked at with it, and judged with a main template. */
export async function certifyFile(
  file: string,
  facts: CertificationFacts,
  scanner: MalwareScanner,
): Promise<Certified> {
  const folder = path.dirname(file);
  const name = path.basename(file);
  const beside = (await readdir(folder)).filter((one) => definitionName.test(one) && one !== name);
  const names = [name, ...beside];
  const files = await Promise.all(names.map((one) => held(folder, one)));
  const model = buildModel(files, {
    mainTemplate: mainNames.test(name) ? name : undefined,
    createUiDefinition: names.find((one) => definitionName.test(one)),
  });
  const sum = fingerprintOf(...files.map((one) => one.sha256));
  const reading = await readAndScan(
    async (look) => {
      await look(membersOf(files));
      return { ok: true, package: { size: 0, sha256: sum, files } };
    },
    { sha256: sum, scanner },
  );
  if (!reading.ok) throw new NotCheckable(`${file} could not be read.`);
  const { malware, secrets } = reading.package;
  const findings = [...malware, ...secrets, ...runRules({ ...model, facts })];
  // What stands beside any other file only helps to judge that one.
  const isAsked = (finding: Finding) =>
    mainNames.test(name) || finding.file === undefined || finding.file === name;
  return { kind: "template", findings: findings.filter(isAsked), files };
}

async function held(folder: string, name: string): Promise<HeldFile> {
  const bytes = await readFile(path.join(folder, name));
  return { path: name, size: bytes.length, bytes, sha256: await sha256(bytes) };
}

// eslint-disable-next-line @typescript-eslint/require-await -- scanners read streams; these files are here already
async function* membersOf(files: readonly HeldFile[]): AsyncGenerator<PackageMember> {
  for (const { bytes, sha256: sum, ...file } of files)
    yield { ...file, bytes: inOnePiece(bytes), sha256: () => Promise.resolve(sum) };
}
