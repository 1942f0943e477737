import { afterEach, describe, expect, it } from "vitest";
import { sendRaw, startFront } from "./front-bench.ts";

type Front = Awaited<ReturnType<typeof startFront>>;
let front: Front;
afterEach(() => front.stop());

const hello = { name: "hello", methods: ["GET", "POST"] };
const ok = { returnValue: { http: { statusCode: "200" } }, outputData: [] };

describe("keys", () => {
  it("of a function open that function only; host keys open all; master opens admin", async () => {
    front = await startFront({
      functions: [
        { name: "one", authLevel: "function" },
        { name: "two", authLevel: "function" },
        { name: "three", authLevel: "admin" },
      ],
    });
    const { keys } = front;
    const ask = async (name: string, key: string) =>
      (await fetch(`${front.url}/api/${name}`, { headers: { "x-functions-key": key } })).status;

    expect(await ask("one", keys.functions["one"]!["default"]!)).toBe(200);
    expect(await ask("two", keys.functions["one"]!["default"]!)).toBe(401);
    expect(await ask("two", keys.host["default"]!)).toBe(200);
    expect(await ask("three", keys.host["default"]!)).toBe(401);
    expect(await ask("three", keys.master)).toBe(200);
    expect(await ask("one", keys.system["blobs_extension"]!)).toBe(401);
  });

  it("are not asked for when the host was started without them", async () => {
    front = await startFront({
      functions: [{ name: "one", authLevel: "admin" }],
      requireKeys: false,
    });

    expect((await fetch(`${front.url}/api/one`)).status).toBe(200);
    expect((await fetch(`${front.url}/admin/functions`)).status).toBe(200);
  });
});

describe("a request", () => {
  it("with HEAD runs a function that takes GET, and is refused by one that does not", async () => {
    front = await startFront({ functions: [hello, { name: "post", methods: ["POST"] }] });

    const taken = await fetch(`${front.url}/api/hello`, { method: "HEAD" });

    expect(taken.status).toBe(200);
    expect(taken.headers.get("content-length")).toBe("5");
    expect((await fetch(`${front.url}/api/post`, { method: "HEAD" })).status).toBe(405);
    expect((await fetch(`${front.url}/api/none`, { method: "HEAD" })).status).toBe(404);
  });

  it("larger than the limit is refused unread", async () => {
    front = await startFront({ functions: [hello], bodyLimit: 10 });
    const send = async (body: string) =>
      (await fetch(`${front.url}/api/hello`, { method: "POST", body })).status;

    expect(await send("x".repeat(10))).toBe(200);
    expect(await send("x".repeat(11))).toBe(413);
  });

  it("for the root shows the home page, unless a function answers there", async () => {
    front = await startFront({ functions: [hello] });

    expect(await (await fetch(front.url)).text()).toContain("up and running");
  });

  it("that is no HTTP is refused", async () => {
    front = await startFront({});

    expect(await sendRaw(front.port, "nonsense\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
  });

  it("gets the custom headers of host.json, and HSTS when it came by https", async () => {
    front = await startFront({
      functions: [hello],
      http: {
        customHeaders: { "X-Content-Type-Options": "nosniff" },
        hsts: { isEnabled: true, maxAge: "10", includeSubDomains: true },
      },
    });
    const request = (extra: string) =>
      sendRaw(
        front.port,
        `GET /api/hello HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n${extra}\r\n`,
      );

    const plain = await request("");
    const secure = await request("X-Forwarded-Proto: https\r\n");

    expect(plain.toLowerCase()).toContain("x-content-type-options: nosniff");
    expect(plain.toLowerCase()).not.toContain("strict-transport");
    expect(secure.toLowerCase()).toContain(
      "strict-transport-security: max-age=864000; includesubdomains",
    );
  });
});

describe("throttling", () => {
  it("lets requests wait for their turn and answers 429 beyond the outstanding ones", async () => {
    const gate = Promise.withResolvers<undefined>();
    let running = 0;
    let most = 0;
    const first = Promise.withResolvers<undefined>();
    front = await startFront({
      functions: [hello],
      http: { maxConcurrentRequests: 1, maxOutstandingRequests: 2 },
      invoke: async () => {
        most = Math.max(most, ++running);
        first.resolve(undefined);
        await gate.promise;
        running--;
        return ok;
      },
    });
    const statuses: number[] = [];
    const ask = async () => statuses.push((await fetch(`${front.url}/api/hello`)).status);

    const asked = [ask(), ask(), ask()];
    await first.promise;
    await Promise.race(asked);
    expect(statuses).toEqual([429]);
    gate.resolve(undefined);
    await Promise.all(asked);

    expect(statuses).toEqual([429, 200, 200]);
    expect(most).toBe(1);
  });
});

describe("cross-origin requests", () => {
  const preflight = { Origin: "https://a.example", "Access-Control-Request-Method": "PUT" };

  it("from an allowed origin pass, preflight first", async () => {
    const cors = { origins: "https://a.example, https://b.example", credentials: true };
    front = await startFront({ functions: [hello], cors });

    const asked = await fetch(`${front.url}/api/hello`, { method: "OPTIONS", headers: preflight });
    const sent = await fetch(`${front.url}/api/hello`, {
      headers: { Origin: "https://a.example" },
    });

    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-methods")).toBe("PUT");
    expect(asked.headers.get("access-control-allow-credentials")).toBe("true");
    expect(sent.headers.get("access-control-allow-origin")).toBe("https://a.example");
  });

  it("from elsewhere get no headers", async () => {
    front = await startFront({
      functions: [hello],
      cors: { origins: "https://a.example", credentials: false },
    });

    const sent = await fetch(`${front.url}/api/hello`, {
      headers: { Origin: "https://c.example" },
    });

    expect(sent.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("from anywhere pass when all are allowed", async () => {
    front = await startFront({ functions: [hello], cors: { origins: "*", credentials: false } });

    const sent = await fetch(`${front.url}/api/hello`, {
      headers: { Origin: "https://c.example" },
    });

    expect(sent.headers.get("access-control-allow-origin")).toBe("*");
  });
});

describe("stopping", () => {
  it("waits for answers that are on their way", async () => {
    const gate = Promise.withResolvers<undefined>();
    const first = Promise.withResolvers<undefined>();
    front = await startFront({
      functions: [hello],
      invoke: async () => {
        first.resolve(undefined);
        await gate.promise;
        return ok;
      },
    });
    const answer = fetch(`${front.url}/api/hello`);
    await first.promise;

    const stopped = front.stop();
    gate.resolve(undefined);

    expect((await answer).status).toBe(200);
    await stopped;
  });
});
