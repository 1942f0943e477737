import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConformanceTarget } from "../conformance-target.ts";
import { openTarget } from "../target.ts";

let target: ConformanceTarget;

beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.stop());

async function knock(level: string, key?: { header?: string; code?: string }): Promise<Response> {
  const query = key?.code === undefined ? "" : `?code=${encodeURIComponent(key.code)}`;
  const headers = key?.header === undefined ? {} : { "x-functions-key": key.header };
  return await fetch(`${target.url}/api/doors/${level}${query}`, { headers });
}

describe("the authorisation level", () => {
  it("anonymous needs no key", async () => {
    expect((await knock("anonymous")).status).toBe(200);
  });

  it.each(["function", "admin"])(
    "%s refuses a request without a key, saying nothing",
    async (level) => {
      const answer = await knock(level);

      expect(answer.status).toBe(401);
      expect(await answer.text()).toBe("");
    },
  );

  it.each(["function", "admin"])("%s refuses a wrong key", async (level) => {
    expect((await knock(level, { header: "wrong" })).status).toBe(401);
    expect((await knock(level, { code: "wrong" })).status).toBe(401);
  });

  it.each(["function", "admin"])(
    "%s opens for the master key in header or query",
    async (level) => {
      const key = target.code ?? "";

      expect((await knock(level, { header: key })).status).toBe(200);
      expect((await knock(level, { code: key })).status).toBe(200);
    },
  );

  it("function lets a wrong header hide a right query", async () => {
    const answer = await knock("function", { header: "wrong", code: target.code ?? "" });

    expect(answer.status).toBe(401);
  });

  it("does not change what an unknown address answers", async () => {
    expect((await fetch(`${target.url}/api/no-such-function`)).status).toBe(404);
  });
});

describe("the host's own addresses", () => {
  it.each(["/admin/functions", "/admin/host/status"])("%s need the master key", async (path) => {
    const headers = { "x-functions-key": target.code ?? "" };

    expect((await fetch(`${target.url}${path}`)).status).toBe(401);
    expect((await fetch(`${target.url}${path}`, { headers })).status).toBe(200);
  });

  it("include a ping for everybody", async () => {
    expect((await fetch(`${target.url}/admin/host/ping`)).status).toBe(200);
  });

  it("include the durable webhook, behind a key", async () => {
    const url = `${target.durableUrl}/instances/none`;

    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(`${url}?code=${target.code ?? ""}`)).status).toBe(404);
  });
});
