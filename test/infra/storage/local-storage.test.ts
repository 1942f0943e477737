import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { TableClient } from "@azure/data-tables";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { openLocalStorage, type LocalStorage } from "../../../infra/local/storage/local-storage.ts";
import { readStorageFile } from "../../../infra/local/storage/storage-file.ts";

const holder = fileURLToPath(new URL("storage-holder.ts", import.meta.url));
const log = (): void => undefined;

describe("the storage of a data folder", () => {
  let folder: string;
  let holders: ChildProcess[] = [];
  let opened: LocalStorage[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "storage-"));
  });
  afterEach(async () => {
    for (const child of holders) child.kill("SIGKILL");
    await Promise.all(opened.map((storage) => storage.stop()));
    const keeper = (await readStorageFile(folder)).keeper;
    if (keeper) await vi.waitUntil(() => !isAlive(keeper.pid), { timeout: 20_000 });
    holders = [];
    opened = [];
    await rm(folder, { recursive: true, force: true });
  });

  const open = async (accounts = ["runtime"]): Promise<LocalStorage> => {
    const storage = await openLocalStorage({ folder, accounts, log });
    opened.push(storage);
    return storage;
  };
  const openElsewhere = async (lingerMs: number, where = folder) => {
    const child = spawn(process.execPath, [holder, where, String(lingerMs)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    holders.push(child);
    const [output] = (await once(child.stdout, "data")) as [Buffer];
    return { child, connection: output.toString().trim() };
  };

  it("is refused to a second host, and taken over with all data when the first is killed", async () => {
    const { child, connection } = await openElsewhere(30_000);
    const keeper = (await readStorageFile(folder)).keeper?.pid;
    await expect(open()).rejects.toThrow(
      `Another Offerpress, process ${child.pid}, is using ${folder}.`,
    );
    child.kill("SIGKILL");
    const storage = await open();
    expect((await readStorageFile(folder)).keeper?.pid).toBe(keeper);
    expect(storage.accounts.get("runtime")).toBe(connection);
    expect(await heldValue(storage)).toBe("written just before");
    await storage.events.settled();
    expect(storage.transactions()).toEqual({ blob: 0, queue: 0, table: 1 });
  });

  it("is saved and ended when no successor comes, and opens again at the same address", async () => {
    const { child, connection } = await openElsewhere(50);
    const keeper = (await readStorageFile(folder)).keeper?.pid ?? 0;
    child.kill("SIGKILL");
    await vi.waitUntil(() => !isAlive(keeper), { timeout: 20_000 });
    const storage = await open(["runtime", "westeurope"]);
    expect(await heldValue(storage)).toBe("written just before");
    expect(storage.accounts.get("runtime")).toBe(connection);
    expect([...storage.accounts.keys()]).toEqual(["runtime", "westeurope"]);
  });

  it("goes to exactly one of two hosts that start at the same time, its keys to its owner", async () => {
    const results = await Promise.allSettled([open(), open()]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await stat(join(folder, "storage.json"))).mode & 0o077).toBe(0);
  });

  it("opens although its keeper was killed, with the same keys and a new account", async () => {
    const logs: string[] = [];
    const first = await openLocalStorage({
      folder,
      accounts: ["runtime"],
      log: (level, _category, message) => logs.push(`${level} ${message}`),
    });
    process.kill((await readStorageFile(folder)).keeper?.pid ?? 0, "SIGKILL");
    const second = await open(["runtime", "eastus"]);
    expect(keyOf(second.accounts.get("runtime"))).toBe(keyOf(first.accounts.get("runtime")));
    expect(second.accounts.has("eastus")).toBe(true);
    expect(logs).toEqual(["critical The storage's process has died."]);
  });

  it("leaves no process behind when it was in memory and its host is killed", async () => {
    const { child, connection } = await openElsewhere(30_000, "memory");
    child.kill("SIGKILL");
    await vi.waitUntil(() => isClosed(connection), { timeout: 20_000 });
  });
});

async function heldValue(storage: LocalStorage): Promise<unknown> {
  const table = TableClient.fromConnectionString(storage.accounts.get("runtime") ?? "", "held", {
    allowInsecureConnection: true,
  });
  return (await table.getEntity("p", "r"))["value"];
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const keyOf = (connection = ""): string | undefined => /AccountKey=([^;]+)/.exec(connection)?.[1];

function isClosed(connection: string): Promise<boolean> {
  const port = Number(/BlobEndpoint=http:\/\/127.0.0.1:(\d+)/.exec(connection)?.[1]);
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(false);
    });
    socket.on("error", () => {
      resolve(true);
    });
  });
}
