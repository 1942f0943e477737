import { heldFiles, type PackageContents } from "../../packages/package-contents.ts";
import { isLitter, layoutOf } from "../../packages/layout/package-layout.ts";
import { buildModel, type PackageModel } from "./certification-model.ts";

/** The parsed form of a plan's package; a folder around everything is looked through. */
export function modelOfPackage(contents: PackageContents): PackageModel {
  const layout = layoutOf(contents);
  const files = heldFiles(contents).filter((file) => !isLitter(file.path));
  return buildModel(files, {
    mainTemplate: layout.mainTemplate?.path,
    createUiDefinition: layout.createUiDefinition?.path,
    wrapper: layout.wrapper?.path,
  });
}
