import path from "node:path";
import type { Certified } from "./certified.ts";

const mainNames = /^(?:(?:appliance)?mainTemplate|(?:prereq\.)?azuredeploy)\.json$/i;

/**
 * What a log names as the place of findings that are in no file: the main template, because the
 * author keeps that under version control where alerts are shown; without one, what was named.
 */
export const subjectOf = (target: string, files: Certified["files"]): string =>
  files.find((file) => mainNames.test(file.path))?.path ?? path.basename(path.resolve(target));
