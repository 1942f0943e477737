import type { PackageFile } from "../package-contents.ts";

/** All that a layout goes by. */
interface Named {
  readonly path: string;
}

/** Which files of a package play which part. */
export interface PackageLayout<File extends Named = PackageFile> {
  /** The single folder everything was zipped inside of, with its slash; "" as it should be. */
  prefix: string;
  /** What customers deploy; in the legacy layout that is the appliance's template. */
  mainTemplate: File | undefined;
  createUiDefinition: File | undefined;
  /** Only in the legacy layout: the template that wraps the appliance. */
  wrapper: File | undefined;
  isLegacy: boolean;
  /** Leftovers of desktop systems. */
  litter: readonly File[];
}

/** Finds the files that matter, whatever the letter case of their names. */
export function layoutOf<File extends Named>(contents: {
  readonly files: readonly File[];
}): PackageLayout<File> {
  const litter = contents.files.filter((file) => isLitter(file.path));
  const files = contents.files.filter((file) => !isLitter(file.path));
  const prefix = wrappingFolder(files);
  const named = (name: string) =>
    files.find((file) => file.path.toLowerCase() === `${prefix}${name}`.toLowerCase());
  const appliance = named("applianceMainTemplate.json");
  const main = named("mainTemplate.json");
  return {
    prefix,
    mainTemplate: appliance ?? main,
    createUiDefinition:
      named("applianceCreateUiDefinition.json") ?? named("createUiDefinition.json"),
    wrapper: appliance === undefined ? undefined : main,
    isLegacy: appliance !== undefined,
    litter,
  };
}

/** Whether a file was left in the zip by a desktop system. */
export function isLitter(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

function wrappingFolder(files: readonly Named[]): string {
  const folder = /^[^/]+\//.exec(files[0]?.path ?? "")?.[0];
  if (folder === undefined || !files.every((file) => file.path.startsWith(folder))) return "";
  const holdsTemplate = files.some((file) =>
    /^(?:appliance)?main-?template\.json$/i.test(file.path.slice(folder.length)),
  );
  return holdsTemplate ? folder : "";
}
