import { glob, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";

interface Package {
  main?: string;
  type?: string;
}

/** Loads every file that package.json `main` names, as the official worker does. */
export async function loadAppFiles(folder: string): Promise<string[]> {
  const manifest = await readPackage(folder);
  const main = manifest.main ?? "index.js";
  const files: string[] = [];
  for await (const file of glob(main, { cwd: folder })) files.push(file);
  files.sort();
  if (files.length === 0) {
    throw new Error(`Found zero files matching the supplied pattern "${main}" in ${folder}.`);
  }
  for (const file of files) await loadFile(join(folder, file), manifest.type === "module");
  return files;
}

async function readPackage(folder: string): Promise<Package> {
  const path = join(folder, "package.json");
  try {
    return JSON.parse(await readFile(path, "utf8")) as Package;
  } catch (cause) {
    throw new Error(`${path} cannot be read: a function app needs one with "main".`, { cause });
  }
}

async function loadFile(path: string, isModulePackage: boolean): Promise<void> {
  try {
    if (isEsModule(path, isModulePackage)) await import(pathToFileURL(path).href);
    else createRequire(path)(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message + placeOf(cause) : String(cause);
    throw new Error(`Worker was unable to load entry point "${path}": ${reason}`, { cause });
  }
}

// A file that does not parse is often one that the entry point loads; its stack begins with where.
function placeOf(error: Error): string {
  const [place = ""] = (error.stack ?? "").split("\n", 1);
  return error instanceof SyntaxError && /:\d+$/.test(place) ? ` (${place})` : "";
}

function isEsModule(path: string, isModulePackage: boolean): boolean {
  const extension = extname(path);
  if (extension === ".mjs" || extension === ".mts") return true;
  return isModulePackage && extension !== ".cjs" && extension !== ".cts";
}
