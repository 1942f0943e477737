import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runStart, type Started } from "./run-start.ts";

const root = path.resolve(import.meta.dirname, "../..");
let folder: string;
let app: Started;
let run: { url: string; issuer: string; tenant: string };
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "offerpress-"));
  app = runStart("--data", folder, "--no-sample");
  await app.sees("serving");
  run = JSON.parse(await readFile(path.join(folder, "run.json"), "utf8"));
});
afterAll(async () => {
  app.kill("SIGINT");
  await app.ended;
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** The output of `npm run token`, without npm. */
async function tokenOf(...args: string[]): Promise<string> {
  const command = ["--no-warnings", "infra/local/token.ts", "--data", folder, ...args];
  return (await promisify(execFile)(process.execPath, command, { cwd: root })).stdout.trim();
}
const read = (address: string, token: string) =>
  fetch(`${run.url}/api/${address}?api-version=2017-10-31`, {
    headers: { authorization: `Bearer ${token}` },
  });

it("names the issuer and the token command when it starts", () => {
  expect(app.output()).toContain(`issuer     ${run.issuer}`);
  expect(app.output()).toContain("npm run -s token --");
});

it.each<[args: string[], own: number, foreign: number]>([
  [["--as", "owner"], 200, 403],
  [["--as", "contributor", "--v1"], 200, 403],
  [["--as", "owner", "--publisher", "fabrikam"], 403, 200],
  [["--as", "reviewer"], 200, 200],
  [["--as", "operator", "--v1"], 200, 200],
  [["--as", "none"], 403, 403],
  [["--as", "owner", "--audience", "https://graph.microsoft.com"], 401, 401],
])("opens with %j what it should", async (args, own, foreign) => {
  const token = await tokenOf(...args);
  expect((await read("publishers/contoso/offers", token)).status).toBe(own);
  expect((await read("publishers/fabrikam/offers", token)).status).toBe(foreign);
});

it("makes a publisher of any name, and its owner", async () => {
  const token = await tokenOf("--publisher", "northwind");
  const answer = await read("publishers", token);
  expect(await answer.json()).toMatchObject([{ id: "northwind" }]);
});

it("lets a client in that asks as it asked the Cloud Partner Portal's directory", async () => {
  const answer = await fetch(`${run.issuer}/${run.tenant}/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      client_id: "c0ffee00-0000-4000-8000-00000000c001",
      client_secret: "contoso-pipeline-local-secret",
      grant_type: "client_credentials",
      resource: "https://cloudpartner.azure.com",
    }),
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  const publishers = await read("publishers", access_token);
  expect(await publishers.json()).toMatchObject([{ id: "contoso" }]);
});
