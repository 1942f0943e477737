import type { CertificationFacts } from "../../shared/checks/facts/certification-facts.ts";
import { certifyPackage } from "../../shared/checks/certify-package.ts";
import { buildModel } from "../../shared/checks/model/certification-model.ts";
import { runRules } from "../../shared/checks/run-rules.ts";
import type { Finding } from "../../shared/findings/finding.ts";
import { heldFiles, type PackageContents } from "../../shared/packages/package-contents.ts";

/** Main templates of folders that are no package: quickstarts and the like. */
const otherMain = /^(?:prereq\.)?azuredeploy\.json$/i;

/** Certifies what is in a folder: a package before it is zipped, or a template with its files. */
export function certifyFolder(
  contents: PackageContents,
  facts: CertificationFacts,
): readonly Finding[] {
  const atRoot = contents.files.map(({ path }) => path).filter((path) => !path.includes("/"));
  const mainTemplate = atRoot.find((path) => otherMain.test(path));
  const isPackage = atRoot.some((path) => /^(?:appliance)?mainTemplate\.json$/i.test(path));
  if (isPackage || mainTemplate === undefined) return certifyPackage(contents, facts);
  const createUiDefinition = atRoot.find((path) => /^createUiDefinition\.json$/i.test(path));
  const model = { ...buildModel(heldFiles(contents), { mainTemplate, createUiDefinition }), facts };
  return runRules(model);
}
