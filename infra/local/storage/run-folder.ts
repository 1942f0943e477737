import { rm } from "node:fs/promises";
import { join } from "node:path";

import { readJson, writeJson } from "./json-file.ts";

const pathOf = (folder: string): string => join(folder, "run.json");

/** Tells others where the host that uses this data folder can be reached. */
export function writeRunFile(folder: string, data: object): Promise<void> {
  return writeJson(pathOf(folder), data);
}

/** What the host that uses this data folder told; undefined when none did. */
export function readRunFile(folder: string): Promise<unknown> {
  return readJson(pathOf(folder));
}

/** Takes the notice down; harmless when there is none. */
export function removeRunFile(folder: string): Promise<void> {
  return rm(pathOf(folder), { force: true });
}
