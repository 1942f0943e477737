import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DurableBed, durableBed } from "../../support/durable-bed.ts";

let bed: DurableBed;

beforeAll(async () => {
  bed = await durableBed();
  await bed.start("chain", "done", { n: 1 });
  await bed.start("failing", "failed", { message: "x" });
  await bed.start("caseSensitive", "waits", null);
  await bed.start("uncaughtActivity", "threw", "error");
  await bed.extension.idle();
});
afterAll(() => bed.stop());

async function ids(query: string): Promise<string[]> {
  const { body } = await bed.send("GET", `instances?${query}`);
  return (JSON.parse(body) as { instanceId: string }[]).map(({ instanceId }) => instanceId);
}

async function historyOf(id: string, more = ""): Promise<Record<string, unknown>[]> {
  const { body } = await bed.send("GET", `instances/${id}?showHistory=true${more}`);
  return (JSON.parse(body) as { historyEvents: Record<string, unknown>[] }).historyEvents;
}

describe("a list", () => {
  it("takes states by their exact names, several ways, and ignores what is none", async () => {
    expect(await ids("runtimeStatus=Failed,%20Completed")).toEqual(["done", "failed", "threw"]);
    expect(await ids("runtimeStatus=Failed&runtimeStatus=Completed")).toContain("done");
    expect(await ids("runtimeStatus=Failed,Nope")).toEqual(["failed", "threw"]);
    expect((await ids("runtimeStatus=failed")).length).toBe(4);
    expect(await ids("runtimeStatus=Canceled")).toEqual([]);
    expect(await ids("runtimeStatus=ContinuedAsNew")).toEqual([]);
  });

  it("comes in pages of `top`, which must be a whole number above zero", async () => {
    const first = await bed.send("GET", "instances?top=2");
    expect(JSON.parse(first.body)).toHaveLength(2);
    expect(first.headers["x-ms-continuation-token"]).not.toBe("");
    expect((await ids("top=1.5")).length).toBe(4);
    expect((await ids("top=0")).length).toBe(4);
  });

  it("filters by time of creation and leaves inputs out on request", async () => {
    expect(await ids("createdTimeTo=2000-01-01T00:00:00Z")).toEqual([]);
    expect((await ids("createdTimeTo=2999-01-01T00:00:00Z")).length).toBe(4);
    const { body } = await bed.send("GET", "instances?showInput=false");
    expect((JSON.parse(body) as { input: unknown }[]).every(({ input }) => input === null)).toBe(
      true,
    );
  });
});

describe("a purge by time", () => {
  it("of a terminal state nobody is in deletes nothing", async () => {
    const from = "instances?createdTimeFrom=2000-01-01T00:00:00Z";
    expect((await bed.send("DELETE", `${from}&runtimeStatus=Canceled`)).status).toBe(404);
    expect((await ids("")).length).toBe(4);
  });
});

describe("the history in a status", () => {
  it("tells an order by its outcome, and an open one by itself", async () => {
    await bed.start("sleeper", "sleeps", { ms: 60_000 });
    await bed.start("waitingParent", "parent", null);
    await bed.extension.idle();
    expect(await historyOf("sleeps")).toMatchObject([
      { EventType: "ExecutionStarted" },
      { EventType: "TimerCreated", FireAt: expect.any(String) },
    ]);
    const [, open] = await historyOf("parent");
    expect(open).toMatchObject({
      EventType: "SubOrchestrationInstanceCreated",
      Name: "caseSensitive",
      InstanceId: "parent-kid",
    });
    await bed.raise("parent-kid", "Approve", 1);
    await bed.extension.idle();
    const closed = await historyOf("parent");
    expect(closed.map((event) => event["EventType"])).toEqual([
      "ExecutionStarted",
      "SubOrchestrationInstanceCompleted",
      "ExecutionCompleted",
    ]);
    expect(closed[1]).toMatchObject({ FunctionName: "caseSensitive", Input: null });
    for (const id of ["sleeps", "parent", "parent-kid"]) await bed.extension.handle(purge(id));
  });

  it("has reason and details of a failure, and no inputs unless they are wanted", async () => {
    const [started, failed] = await historyOf("threw", "&showInput=false");
    expect(started).not.toHaveProperty("Input");
    expect(failed).not.toHaveProperty("Input");
    expect(failed).toMatchObject({
      EventType: "TaskFailed",
      FunctionName: "thrower",
      Reason: "Activity function 'thrower' failed: plain error",
      FailureDetails: null,
    });
  });
});

function purge(id: string) {
  return {
    method: "DELETE",
    path: `instances/${id}`,
    query: new URLSearchParams(),
    headers: {},
    body: new Uint8Array(),
    baseUrl: "http://host",
  };
}

describe("a body", () => {
  it.each([
    [
      "oops",
      "Unexpected character encountered while parsing value: o. Path '', line 0, position 0.",
    ],
    [" x", "Unexpected character encountered while parsing value: x. Path '', line 1, position 1."],
    ["{oops", "Unexpected end while parsing unquoted property name. Path '', line 1, position 5."],
    ["{", "Unexpected end of content while loading JObject. Path '', line 1, position 1."],
    ['"abc', "Unterminated string. Expected delimiter: \". Path '', line 1, position 4."],
  ])("that is no JSON is refused in the official words: %s", async (text, complaint) => {
    const answer = await raw("orchestrators/echoInput/bad", text);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({
      Message: "Invalid JSON content",
      ExceptionMessage: complaint,
      ExceptionType: "Newtonsoft.Json.JsonReaderException",
    });
  });

  it("that is blank starts without input, but is no event", async () => {
    expect((await raw("orchestrators/echoInput/blank", " \n")).status).toBe(202);
    expect((await bed.end("blank"))["output"]).toEqual({ type: "null" });
    expect((await raw("instances/waits/raiseEvent/E", " ")).status).toBe(400);
  });

  it("may begin with a byte order mark", async () => {
    expect((await raw("orchestrators/echoInput/marked", "\uFEFF5")).status).toBe(202);
    expect((await bed.end("marked"))["output"]).toEqual({ type: "number", value: 5 });
  });
});

async function raw(path: string, text: string) {
  const body = Buffer.from(text);
  return await bed.extension.handle({ ...purge(""), ...json, method: "POST", path, body });
}
const json = { headers: { "content-type": "application/json" } };

describe("waiting for the end", () => {
  it("works for a restart too, and refuses an interval beyond the timeout", async () => {
    const restart = "instances/done/restart?timeout=5&pollingInterval=0.01";
    expect(await bed.send("POST", restart)).toMatchObject({ status: 200, body: "1" });
    const refused = "orchestrators/chain/late?timeout=1&pollingInterval=2";
    const { status, body } = await bed.send("POST", refused, { n: 1 });
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({
      Message: "One or more of the arguments submitted is incorrect",
      ExceptionMessage: "Total timeout 1 should be bigger than retry timeout 2",
    });
  });

  it("looks once more when the time is up", async () => {
    const path = "orchestrators/caseSensitive/late?timeout=100&pollingInterval=70";
    const answer = bed.send("POST", path, null);
    await bed.extension.idle();
    const start = bed.clock.now().getTime();
    await bed.clock.advanceTo(new Date(start + 75_000));
    await bed.raise("late", "Approve", 1);
    await bed.extension.idle();
    await bed.clock.advanceTo(new Date(start + 101_000));
    expect((await answer).status).toBe(200);
  });
});

it("the address of a running instance keeps what was asked for", async () => {
  const { headers } = await bed.send("GET", "instances/waits?showHistory=true&taskHub=X&code=k");
  const query = new URL(headers["location"] ?? "").searchParams;
  expect(query.get("showHistory")).toBe("true");
  expect(query.getAll("taskHub")).toEqual(["TestHub"]);
});

it("slashes around a path do not matter, unknown operations and other methods are not found", async () => {
  expect((await bed.send("GET", "/instances/done/")).status).toBe(200);
  const strangers: [string, string][] = [
    ["POST", "instances/done/explode"],
    ["GET", "instances/done/terminate"],
    ["POST", "instances/done/raiseEvent"],
    ["PUT", "instances/done"],
    ["PUT", "instances"],
    ["DELETE", "orchestrators/chain/done"],
    ["POST", "orchestrators"],
    ["GET", ""],
  ];
  for (const [method, path] of strangers) {
    expect([path, (await bed.send(method, path)).status]).toEqual([path, 404]);
  }
});

it("a reason that is no JSON shows trimmed, one that is JSON as its value", async () => {
  for (const [reason, output] of [
    ["%20why%20", "why"],
    ["123", 123],
    ["%C3%A9", "é"],
  ] as const) {
    await bed.start("caseSensitive", "reasoned", null);
    await bed.send("POST", `instances/reasoned/terminate?reason=${reason}`);
    expect((await bed.end("reasoned"))["output"]).toBe(output);
  }
});
