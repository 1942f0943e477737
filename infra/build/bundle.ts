import path from "node:path";
import { build as esbuild, type OutputFile } from "esbuild";
import { copyViewer, writeDescription } from "./documentation.ts";
import { oneBuild } from "./one-build.ts";
import { replaceFile } from "./replace-file.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** The worker hands out its API by require, which an ES module lacks unless it makes one. */
const banner =
  'import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);';

export interface BundleOptions {
  /** The app's own `dist` unless said otherwise. */
  readonly folder?: string;
}

export interface Bundle {
  /** Bytes of every file together. */
  readonly bytes: number;
  readonly files: number;
  /** Bytes that are loaded at start: the entry and what it imports statically. */
  readonly startBytes: number;
}

/** Bundles the app, with its documentation; heavy libraries that are imported late stay in files of their own. */
export async function build(options: BundleOptions = {}): Promise<Bundle> {
  const folder = options.folder ?? path.join(root, "dist");
  const { metafile, outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints: { main: "functions/main.ts" },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22",
    mainFields: ["module", "main"],
    external: ["@azure/functions-core"],
    alias: oneBuild,
    banner: { js: banner },
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  await writeDescription(folder);
  await copyViewer(folder);
  await replaceFiles(outputFiles);
  const { outputs } = metafile;
  const entry = Object.entries(outputs).find(([, output]) => output.entryPoint)?.[0];
  const sizes = Object.values(outputs).map((output) => output.bytes);
  const atStart = entry === undefined ? [] : staticImports(outputs, entry);
  return {
    bytes: sum(sizes),
    files: sizes.length,
    startBytes: sum(atStart.map((file) => outputs[file]?.bytes ?? 0)),
  };
}

/** File by file and the entry last, so that a host starting beside us never loads half a bundle. */
async function replaceFiles(files: readonly OutputFile[]): Promise<void> {
  const entryLast = files.toSorted((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  for (const file of entryLast) await replaceFile(file.path, file.contents);
}

const isEntry = (file: OutputFile): boolean => path.basename(file.path) === "main.mjs";

interface Output {
  imports: { path: string; kind: string }[];
}

function staticImports(outputs: Record<string, Output>, entry: string): string[] {
  const found = new Set([entry]);
  for (const file of found) {
    for (const { path: imported, kind } of outputs[file]?.imports ?? []) {
      if (kind === "import-statement" && imported in outputs) found.add(imported);
    }
  }
  return [...found];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
