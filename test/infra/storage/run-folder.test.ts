import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { defaultDataFolder } from "../../../infra/local/storage/default-data-folder.ts";
import {
  readRunFile,
  removeRunFile,
  writeRunFile,
} from "../../../infra/local/storage/run-folder.ts";

describe("the run file", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "run-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is read as written, and leaves no draft behind", async () => {
    await writeRunFile(folder, { url: "http://127.0.0.1:1", pid: 7 });
    await writeRunFile(folder, { url: "http://127.0.0.1:2", pid: 7 });
    expect(await readRunFile(folder)).toEqual({ url: "http://127.0.0.1:2", pid: 7 });
    expect(await readdir(folder)).toEqual(["run.json"]);
  });

  it("makes its folder when there is none yet", async () => {
    await writeRunFile(join(folder, "new", "data"), {});
    expect(await readRunFile(join(folder, "new", "data"))).toEqual({});
  });

  it("reads as nothing when it is missing, removed or broken", async () => {
    expect(await readRunFile(folder)).toBeUndefined();
    await writeRunFile(folder, {});
    await removeRunFile(folder);
    await removeRunFile(folder);
    expect(await readRunFile(folder)).toBeUndefined();
    await writeFile(join(folder, "run.json"), "{");
    expect(await readRunFile(folder)).toBeUndefined();
  });
});

describe("the default data folder", () => {
  it("is in the state directory of the user", () => {
    expect(defaultDataFolder("offerpress", { XDG_STATE_HOME: "/state" })).toBe("/state/offerpress");
    const usual = join(homedir(), ".local", "state", "offerpress");
    expect(defaultDataFolder("offerpress", {})).toBe(usual);
    expect(defaultDataFolder("offerpress", { XDG_STATE_HOME: "relative" })).toBe(usual);
  });
});
