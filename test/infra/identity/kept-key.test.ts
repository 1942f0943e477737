import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LocalTokens } from "../../../infra/local/identity/client/local-tokens.ts";
import { startLocalIssuer } from "../../../infra/local/identity/local-issuer.ts";
import { tenantId } from "../../../infra/local/identity/directory/sample-directory.ts";
import { jsonOf } from "./running-issuer.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "issuer-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The published key of one run, and a token of it. */
async function run(where: string | undefined) {
  const issuer = await startLocalIssuer({ folder: where, port: 0 });
  try {
    const answer = await fetch(`${issuer.url}/${tenantId}/discovery/keys`);
    await new LocalTokens(issuer.url).of("contoso-owner");
    return (await jsonOf(answer)).keys[0];
  } finally {
    await issuer.stop();
  }
}

it("keeps its key in the data folder, so that tokens outlive a restart", async () => {
  const first = await run(folder);
  expect(await run(folder)).toEqual(first);
  expect(await readdir(folder)).toEqual(["issuer.json"]);
});

it("keeps nothing but the key, readable by its owner only", async () => {
  await run(folder);
  const file = path.join(folder, "issuer.json");
  const kept = JSON.parse(await readFile(file, "utf8"));
  expect(Object.keys(kept).sort()).toEqual(["d", "dp", "dq", "e", "kty", "n", "p", "q", "qi"]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("makes a new key each time where there is no folder", async () => {
  expect((await run(undefined)).kid).not.toBe((await run(undefined)).kid);
});

it.each(["", "{}", '{"kty":"oct","k":"a2V5"}', "null"])(
  "makes a new key where the kept file holds %j",
  async (content) => {
    await writeFile(path.join(folder, "issuer.json"), content);
    const key = await run(folder);
    expect(await run(folder)).toEqual(key);
  },
);
