import { readFile } from "node:fs/promises";
import path from "node:path";
import { apiDescription } from "../../functions/http/description/api-description.ts";
import { viewerFiles } from "../../functions/http/description/viewer-files.ts";
import { replaceFile } from "./replace-file.ts";

const root = path.resolve(import.meta.dirname, "../..");
const pages = path.join(root, "functions/http/docs/page");
const viewer = path.join(root, "node_modules/swagger-ui-dist");

const ours = ["index.html", "viewer.js", "viewer.css"];
/** Its licence goes where it goes, though nobody can ask for it. */
const theirs = [
  ...viewerFiles.filter((file) => !ours.includes(file)),
  "LICENSE",
  "NOTICE",
  "swagger-ui-bundle.js.LICENSE.txt",
];

/** Writes the description of the API into the bundle's folder; answers where it is. */
export async function writeDescription(folder: string): Promise<string> {
  const file = path.join(folder, "openapi.json");
  await replaceFile(file, `${JSON.stringify(apiDescription(), undefined, 1)}\n`);
  return file;
}

/** Puts the viewer's files beside it. */
export async function copyViewer(folder: string): Promise<void> {
  const files = [
    ...ours.map((name) => path.join(pages, name)),
    ...theirs.map((name) => path.join(viewer, name)),
  ];
  for (const file of files) {
    await replaceFile(path.join(folder, "docs", path.basename(file)), await readFile(file));
  }
}
