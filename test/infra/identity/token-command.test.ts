import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tenantId } from "../../../infra/local/identity/directory/sample-directory.ts";
import { runningIssuer } from "./running-issuer.ts";
import { startStubApp } from "./stub-app.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const local = runningIssuer();
let app: Awaited<ReturnType<typeof startStubApp>>;
let folder: string;
const runFile = (content: object) =>
  writeFile(path.join(folder, "run.json"), JSON.stringify(content));
beforeAll(async () => {
  app = await startStubApp(local.issuer.issuers);
  folder = await mkdtemp(path.join(os.tmpdir(), "token-"));
  await runFile({ url: app.url, issuer: local.issuer.url, tenant: tenantId });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

interface Printed {
  code: number;
  out: string;
  error: string;
}
/** `npm run token --`, without npm. */
const command = (...args: string[]): Promise<Printed> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--no-warnings", "infra/local/token.ts", ...args],
      { cwd: root, env: { ...process.env, XDG_STATE_HOME: path.join(folder, "state") } },
      (error, out, text) => {
        resolve({ code: error ? Number(error.code) : 0, out, error: text });
      },
    );
  });
async function tokenOf(...args: string[]) {
  const { code, out, error } = await command(...args);
  expect(error).toBe("");
  expect(code).toBe(0);
  expect(out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  return decodeJwt(out.trim());
}

it("prints the token of Contoso's owner and nothing else, and tells the app of the owner", async () => {
  const claims = await tokenOf("--data", folder);
  expect(claims).toMatchObject({ name: "Contoso owner", aud: "api://offerpress", ver: "2.0" });
  expect(app.publishers.get("contoso")!.get(String(claims["oid"]))).toMatchObject({
    kind: "user",
    role: "owner",
    tenantId,
  });
});

it("makes a member of any publisher", async () => {
  const claims = await tokenOf("--as", "contributor", "--publisher", "acme", "--data", folder);
  expect(claims).toMatchObject({ preferred_username: "acme-contributor@offerpress.example" });
  expect(app.publishers.get("acme")!.get(String(claims["oid"]))).toMatchObject({
    role: "contributor",
  });
});

it.each([
  ["reviewer", ["Reviewer"]],
  ["operator", ["Operator"]],
  ["none", undefined],
])("prints the token of a %s without telling the app anything", async (as, roles) => {
  const before = app.writes.length;
  const claims = await tokenOf("--as", as, "--data", folder);
  expect(claims["roles"]).toEqual(roles);
  expect(app.writes).toHaveLength(before);
});

it("prints tokens of the old form, and for another audience", async () => {
  const audience = "https://graph.microsoft.com";
  const v1 = await tokenOf("--v1", "--audience", audience, "--as", "none", "--data", folder);
  const v2 = await tokenOf("--v2", "--as", "none", "--data", folder);
  expect(v1).toMatchObject({ ver: "1.0", aud: audience });
  expect(v2).toMatchObject({ ver: "2.0" });
});

it("takes the issuer's address in place of a folder", async () => {
  expect(await tokenOf("--issuer", local.issuer.url)).toMatchObject({ name: "Contoso owner" });
  const claims = await tokenOf("--issuer", local.issuer.url, "--url", app.url, "--publisher", "w");
  expect(app.publishers.get("w")!.has(String(claims["oid"]))).toBe(true);
});

it.each<[what: string, args: string[], reason: RegExp]>([
  ["nothing runs", [], /nothing runs with the data folder .*npm start first/],
  ["the role is unknown", ["--as", "root"], /Allowed choices are owner, contributor/],
  ["both forms are asked for", ["--v1", "--v2"], /cannot be used with/],
  ["the issuer is gone", ["--issuer", "http://127.0.0.1:1"], /issuer does not answer at/],
])("ends with 1 and says why when %s", async (_, args, reason) => {
  const { code, out, error } = await command(...args);
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(error).toMatch(reason);
});

it("ends with 1 when the host that run.json names was killed", async () => {
  await runFile({ url: "http://127.0.0.1:1", issuer: local.issuer.url, tenant: tenantId });
  const { code, error } = await command("--data", folder);
  expect([code, error]).toEqual([1, expect.stringMatching(/the app does not answer at/)]);
});
