import type { Finding } from "../../findings/finding.ts";
import { fingerprintOf } from "../../findings/fingerprint.ts";
import type { PackageContents } from "../package-contents.ts";
import { packageFinding } from "../reading/package-findings.ts";
import { layoutOf, type PackageLayout } from "./package-layout.ts";

/** Whether a plan's package has its files where Azure looks for them. */
export function checkLayout(contents: PackageContents): Finding[] {
  const layout = layoutOf(contents);
  return [
    ...checkWrapping(layout),
    ...checkRequired(contents, layout),
    ...layout.litter.map((file) => litterFinding(file.path)),
  ];
}

/** A package zipped with the folder around it. */
export function checkWrapping(layout: PackageLayout): Finding[] {
  if (layout.prefix === "") return [];
  const folder = layout.prefix.slice(0, -1);
  return [
    wrongLayout(
      `Everything is inside the folder "${folder}", so the root of the package is empty.`,
      `Open "${folder}", select what is in it and zip that, instead of zipping the folder.`,
    ),
  ];
}

function checkRequired(contents: PackageContents, layout: PackageLayout): Finding[] {
  const names = layout.isLegacy ? legacyNames : currentNames;
  const { mainTemplate, createUiDefinition, wrapper } = layout;
  return [
    ...(mainTemplate === undefined ? [missing(contents, names.mainTemplate)] : []),
    ...(createUiDefinition === undefined ? [missing(contents, names.createUiDefinition)] : []),
    ...(layout.isLegacy && wrapper === undefined ? [missing(contents, "mainTemplate.json")] : []),
  ];
}

const currentNames = {
  mainTemplate: "mainTemplate.json",
  createUiDefinition: "createUiDefinition.json",
};
const legacyNames = {
  mainTemplate: "applianceMainTemplate.json",
  createUiDefinition: "applianceCreateUiDefinition.json",
};

function missing(contents: PackageContents, name: string): Finding {
  const elsewhere = contents.files.find((file) => fileName(file.path) === name.toLowerCase());
  const isTestDrive = contents.files.some((file) => fileName(file.path) === "main-template.json");
  let fix = `Add ${name} to the root of the package.`;
  if (elsewhere !== undefined) fix = `Move ${elsewhere.path} to the root of the package.`;
  else if (isTestDrive) fix += " This looks like a Test Drive package, which belongs elsewhere.";
  return wrongLayout(`The root of the package has no ${name}.`, fix);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).toLowerCase();
}

/** An error about where a package keeps its files. */
export function wrongLayout(message: string, fix: string): Finding {
  return packageFinding("package-layout-is-correct", message, fix);
}

function litterFinding(path: string): Finding {
  return {
    ruleId: "package-layout-is-correct",
    severity: "warning",
    message: `"${path}" was left in the package by the system it was zipped on.`,
    fix: "Leave it out: customers receive every file of the package.",
    file: path,
    fingerprint: fingerprintOf("package-layout-is-correct", path),
    whose: "content",
  };
}
