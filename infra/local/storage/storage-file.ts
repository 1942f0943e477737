import { join } from "node:path";

import { readJson, writeJson } from "./json-file.ts";

/** Ports of the three services. */
export interface ServicePorts {
  blob: number;
  queue: number;
  table: number;
}

/** Where a keeper listens, and the word that opens its door. */
export interface KeeperAddress {
  pid: number;
  port: number;
  token: string;
}

/** What a data folder remembers of its storage; readable by the owner only, for it holds keys. */
export interface StorageFile {
  keys: Record<string, string>;
  ports?: ServicePorts;
  keeper?: KeeperAddress;
}

const pathOf = (folder: string): string => join(folder, "storage.json");

/** What the folder remembers; an empty memory where there is none. */
export async function readStorageFile(folder: string): Promise<StorageFile> {
  return ((await readJson(pathOf(folder))) as StorageFile | undefined) ?? { keys: {} };
}

/** Replaces what the folder remembers, in one step. */
export function writeStorageFile(folder: string, file: StorageFile): Promise<void> {
  return writeJson(pathOf(folder), file);
}
