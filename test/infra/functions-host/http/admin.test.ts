import { afterEach, describe, expect, it } from "vitest";
import type { RegisteredFunction } from "../../../../infra/local/functions-host/worker/function-app.ts";
import { startFront } from "./front-bench.ts";

type Front = Awaited<ReturnType<typeof startFront>>;
let front: Front;
afterEach(() => front.stop());

const trigger = { name: "m", type: "queueTrigger", direction: "in", queueName: "q" } as const;
const worker: RegisteredFunction = { name: "Worker", bindings: { m: trigger }, trigger };

async function admin(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { "x-functions-key": front.keys.master };
  return await fetch(`${front.url}/admin/${path}`, { ...init, headers });
}

const post = (body: unknown) => ({ method: "POST", body: JSON.stringify(body) });

describe("the admin API", () => {
  it("is closed for all keys but the master key, except for ping", async () => {
    front = await startFront({});
    const headers = { "x-functions-key": front.keys.host["default"]! };

    expect((await fetch(`${front.url}/admin/functions`, { headers })).status).toBe(401);
    expect((await fetch(`${front.url}/admin/clock`, { headers })).status).toBe(401);
    expect((await fetch(`${front.url}/admin/host/ping`)).status).toBe(200);
  });

  it("lists functions with their bindings", async () => {
    front = await startFront({ functions: [{ name: "hello" }], others: [worker] });

    const list = (await (await admin("functions")).json()) as any[];

    expect(list.map(({ name }) => name)).toEqual(["hello", "Worker"]);
    expect(list[1]!.config.bindings).toEqual([trigger]);
    expect(await (await admin("functions/WORKER")).json()).toMatchObject({ name: "Worker" });
    expect((await admin("functions/none")).status).toBe(404);
  });

  it("starts a function that is not an HTTP one, and does not wait for it", async () => {
    front = await startFront({ functions: [{ name: "hello" }], others: [worker] });

    expect((await admin("functions/worker", post({ input: "go" }))).status).toBe(202);
    expect(front.started).toEqual([{ name: "Worker", input: "go" }]);
    expect((await admin("functions/worker", post({ input: 5 }))).status).toBe(400);
    expect((await admin("functions/worker", { method: "POST", body: "go" })).status).toBe(400);
    expect((await admin("functions/hello", post({ input: "" }))).status).toBe(400);
  });

  it("shows the host's state and keys", async () => {
    front = await startFront({ functions: [{ name: "hello" }] });

    expect(await (await admin("host/status")).json()).toMatchObject({ state: "Running" });
    expect(await (await admin("host/keys")).json()).toMatchObject({
      keys: [{ name: "default", value: front.keys.host["default"] }],
    });
    expect(JSON.stringify(await (await admin("host/systemkeys")).json())).toContain(
      "durabletask_extension",
    );
    expect(JSON.stringify(await (await admin("functions/hello/keys")).json())).toContain(
      front.keys.functions["hello"]!["default"],
    );
  });
});

describe("the clock", () => {
  it.each([
    [{ advanceBy: "P1DT1H" }, 90_000_000],
    [{ advanceBy: 5000 }, 5000],
  ])("moves forward by %o", async (body, ms) => {
    front = await startFront({});

    const before = Date.now();

    const moved = (await (await admin("clock", post(body))).json()) as { now: string };

    expect(Date.parse(moved.now)).toBeGreaterThanOrEqual(before + ms);
    expect(Date.parse(moved.now)).toBeLessThan(before + ms + 10_000);
  });

  it("moves to a time, but never back", async () => {
    front = await startFront({});
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

    expect((await admin("clock", post({ advanceTo: tomorrow }))).status).toBe(200);
    const refused = await admin("clock", post({ advanceTo: "2020-01-01T00:00:00Z" }));

    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("only moves forward");
    const { now } = (await (await admin("clock")).json()) as { now: string };
    expect(now >= tomorrow).toBe(true);
  });

  it.each([[{}], [{ advanceBy: "1 day" }], [{ advanceTo: "soon" }], ["text"]])(
    "refuses %o",
    async (body) => {
      front = await startFront({});

      expect((await admin("clock", post(body))).status).toBe(400);
    },
  );
});

describe("the webhooks", () => {
  it("hand durable requests on, still encoded, with the address and key to build links from", async () => {
    const seen: any[] = [];
    front = await startFront({
      durable: async (request) => {
        seen.push(request);
        return Promise.resolve({ status: 202, headers: { location: "/x" }, body: "{}" });
      },
    });
    const code = front.keys.system["durabletask_extension"]!;
    const url = `${front.url}/runtime/webhooks/durabletask/instances/a%2Fb/raiseEvent/go?code=${code}`;

    const answer = await fetch(url, { method: "POST", body: "[1]" });

    expect(answer.status).toBe(202);
    expect(answer.headers.get("location")).toBe("/x");
    expect(seen[0]).toMatchObject({
      method: "POST",
      path: "instances/a%2Fb/raiseEvent/go",
      baseUrl: `${front.url}/runtime/webhooks/durabletask`,
      code,
    });
    expect(Buffer.from(seen[0].body).toString()).toBe("[1]");
  });

  it("hand Event Grid deliveries to the blob triggers", async () => {
    const seen: any[] = [];
    front = await startFront({
      eventGrid: async (request) => {
        seen.push(request);
        return Promise.resolve({ status: 200, body: { validationResponse: "v" } });
      },
    });
    const url = `${front.url}/runtime/webhooks/blobs?functionName=Host.Functions.f`;
    const code = front.keys.system["blobs_extension"]!;

    const answer = await fetch(`${url}&code=${code}`, post([{ a: 1 }]));

    expect(await answer.json()).toEqual({ validationResponse: "v" });
    expect(seen).toEqual([{ functionName: "Host.Functions.f", body: [{ a: 1 }] }]);
    expect((await fetch(`${url}&code=${code}`, { method: "POST", body: "x" })).status).toBe(400);
    expect((await fetch(url, post([]))).status).toBe(401);
    const other = front.keys.system["durabletask_extension"]!;
    expect((await fetch(`${url}&code=${other}`, post([]))).status).toBe(401);
  });

  it("of other extensions are not there", async () => {
    front = await startFront({});

    expect((await fetch(`${front.url}/runtime/webhooks/kafka`)).status).toBe(404);
  });
});
