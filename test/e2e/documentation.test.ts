import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runStart, type Started } from "./run-start.ts";

let folder: string;
let app: Started;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "offerpress-"));
  app = runStart("--data", folder, "--no-sample");
  await app.sees("serving");
  ({ url } = JSON.parse(await readFile(path.join(folder, "run.json"), "utf8")));
});
afterAll(async () => {
  app.kill("SIGINT");
  await app.ended;
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

it("npm start serves the description of what it serves", async () => {
  const answer = await fetch(`${url}/api/openapi.json`);
  const { openapi, paths } = (await answer.json()) as { openapi: string; paths: object };
  expect(openapi).toMatch(/^3\.1\./);

  const open = Object.entries<any>(paths).filter(([, { get }]) => get?.security.length === 0);
  const plain = open.map(([address]) => address).filter((address) => !address.includes("{"));
  expect(plain.toSorted()).toEqual(["/api/docs", "/api/openapi.json"]);
});

it("npm start says where the viewer is", () => {
  expect(app.output()).toContain(`api        ${url}/api/docs`);
});

it("npm start serves the viewer with all that it loads, from this host only", async () => {
  const page = await fetch(`${url}/api/docs`);
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");

  const loaded = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)];
  expect(loaded.length).toBeGreaterThan(4);
  for (const [, address = ""] of loaded) {
    expect(address).toMatch(/^\/api\//);
    const { status, headers } = await fetch(url + address);
    expect([address, status]).toEqual([address, 200]);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  }
});
