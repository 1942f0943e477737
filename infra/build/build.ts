import { rm } from "node:fs/promises";
import path from "node:path";
import { build } from "./bundle.ts";

const kibibytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KiB`;

await rm(path.resolve(import.meta.dirname, "../../dist"), { recursive: true, force: true });
const { bytes, files, startBytes } = await build();
console.log(
  `dist: ${kibibytes(bytes)} in ${String(files)} files, of which ${kibibytes(startBytes)} are loaded at start`,
);
