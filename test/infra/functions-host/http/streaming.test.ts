import { request as startRequest } from "node:http";
import { app, type HttpResponseInit } from "@azure/functions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MovableClock } from "../../../../infra/local/clock/clock.ts";
import { FunctionsHost } from "../../../../infra/local/functions-host/functions-host.ts";
import { parseHostJson } from "../../../../infra/local/functions-host/settings/host-json.ts";
import { Settings } from "../../../../infra/local/functions-host/settings/settings.ts";
import { FunctionApp } from "../../../../infra/local/functions-host/worker/function-app.ts";
import { recordLog } from "../record-log.ts";

const { log, lines } = recordLog();
const clock = new MovableClock();
let host: FunctionsHost;
let next: () => void = () => undefined;

beforeAll(async () => {
  const loaded = await FunctionApp.fromRegistrations(register, { log });
  const settings = new Settings({ FUNCTIONS_REQUEST_BODY_SIZE_LIMIT: "30000000" });
  const hostJson = parseHostJson({ version: "2.0" }, settings);
  host = await FunctionsHost.start({ app: loaded, appFolder: ".", hostJson, settings, clock, log });
});
afterAll(async () => {
  await host.stop();
  clock.close();
});

function register() {
  app.setup({ enableHttpStream: true });
  app.post("count", {
    route: "count/{name}",
    handler: async (request) => {
      let bytes = 0;
      for await (const chunk of request.body!) bytes += (chunk as Uint8Array).length;
      const { url, params, user } = request;
      return { jsonBody: { bytes, url, params, user }, headers: { "x-one": "1" } };
    },
  });
  app.get("ticks", (): HttpResponseInit => {
    const encoder = new TextEncoder();
    const body: unknown = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (const text of ["one", "two"]) {
          controller.enqueue(encoder.encode(text));
          await new Promise<void>((resolve) => (next = resolve));
        }
        controller.close();
      },
    });
    return {
      body: body as HttpResponseInit["body"],
      headers: { "content-type": "text/event-stream" },
    };
  });
  app.get("throws", () => {
    throw new Error("no luck");
  });
  app.get("nothing", () => undefined as any);
}

describe("a streaming app", () => {
  it("reads a large body as it comes, and sees address, parameters and headers", async () => {
    const answer = await fetch(`${host.url}/api/count/a%20b?x=1&x=2`, {
      method: "POST",
      body: Buffer.alloc(20_000_000),
      headers: { "x-ms-client-principal": "e30=" },
    });

    expect(answer.headers.get("x-one")).toBe("1");
    expect(await answer.json()).toEqual({
      bytes: 20_000_000,
      url: `${host.url}/api/count/a%20b?x=1&x=2`,
      params: { name: "a b" },
      user: null,
    });
  });

  it("delivers what it writes as it writes it", async () => {
    const answer = await fetch(`${host.url}/api/ticks`);
    const reader = answer.body!.getReader();
    const read = async () => Buffer.from((await reader.read()).value ?? []).toString();

    expect(await read()).toBe("one");
    next();
    expect(await read()).toBe("two");
    next();
    expect((await reader.read()).done).toBe(true);
  });

  it("that throws answers 500 with nothing", async () => {
    const answer = await fetch(`${host.url}/api/throws`);

    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe("");
    expect(lines.join("\n")).toContain("no luck");
  });

  it("that returns nothing answers 204", async () => {
    expect((await fetch(`${host.url}/api/nothing`)).status).toBe(204);
  });

  it("is protected from bodies beyond the limit, declared or not", async () => {
    const url = `${host.url}/api/count/x`;
    const declared = await fetch(url, { method: "POST", body: Buffer.alloc(30_000_001) });

    const chunked = await new Promise<number>((resolve, reject) => {
      const request = startRequest(url, { method: "POST" }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.once("error", reject);
      for (let sent = 0; sent < 31; sent++) request.write(Buffer.alloc(1_000_000));
      request.end();
    });

    expect(declared.status).toBe(413);
    expect(chunked).toBe(413);
  });
});
