import { BlobServiceClient } from "@azure/storage-blob";
import { QueueServiceClient } from "@azure/storage-queue";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { MovableClock } from "../../../infra/local/clock/clock.ts";
import { FunctionsHost } from "../../../infra/local/functions-host/functions-host.ts";
import { parseHostJson } from "../../../infra/local/functions-host/settings/host-json.ts";
import { Settings } from "../../../infra/local/functions-host/settings/settings.ts";
import { FunctionApp } from "../../../infra/local/functions-host/worker/function-app.ts";
import { type LocalStorage, openLocalStorage } from "../../../infra/local/storage/local-storage.ts";
import { registerFunctions } from "./hosted-functions.ts";
import { recordLog } from "./record-log.ts";

const { log, lines } = recordLog();
const clock = new MovableClock();
const ran: string[] = [];
let storage: LocalStorage;
let host: FunctionsHost;
let connection: string;

beforeAll(async () => {
  storage = await openLocalStorage({ folder: undefined, accounts: ["runtime"], log });
  connection = storage.accounts.get("runtime")!;
  await BlobServiceClient.fromConnectionString(connection).createContainer("letters");
  const loaded = await FunctionApp.fromRegistrations(
    () => {
      registerFunctions(ran);
    },
    { log },
  );
  const settings = new Settings({
    AzureWebJobsStorage: connection,
    "AzureWebJobs.asleep.Disabled": "true",
  });
  const hostJson = parseHostJson({ version: "2.0" }, settings);
  const storageEvents = storage.events;
  const rest = { appFolder: ".", settings, hostJson, clock, log, storageEvents };
  host = await FunctionsHost.start({ app: loaded, ...rest });
});
afterAll(async () => {
  await host.stop();
  clock.close();
  await storage.stop();
});

async function call(path: string, init?: RequestInit): Promise<Response> {
  const headers = { "x-functions-key": host.masterKey };
  return await fetch(`${host.url}${path}`, { ...init, headers });
}

describe("the host", () => {
  it("writes blob and queue outputs and reads blob inputs, filling in route parameters", async () => {
    const written = await call("/api/letters/a1", { method: "POST", body: "Dear A" });
    const read = await call("/api/letters/a1");

    expect(written.status).toBe(201);
    expect(await read.text()).toBe("Dear A");
    const queue = QueueServiceClient.fromConnectionString(connection).getQueueClient("out-a1");
    const { peekedMessageItems } = await queue.peekMessages({ numberOfMessages: 5 });
    const texts = peekedMessageItems.map((item) => atob(item.messageText));
    expect(texts.sort()).toEqual(["one", '{"two":2}']);
  });

  it("gives no data for a blob that is not there", async () => {
    expect((await call("/api/letters/none")).status).toBe(404);
  });

  it("starts functions that are not HTTP ones for an operator", async () => {
    const body = JSON.stringify({ input: '{"by":"hand"}' });

    const started = await call("/admin/functions/worker", { method: "POST", body });
    await host.idle();

    expect(started.status).toBe(202);
    expect(ran).toContain('worker {"by":"hand"}');
  });

  it("runs what falls due while the clock is moved, before it answers", async () => {
    const body = JSON.stringify({ advanceBy: "P1D" });
    const before = clock.now().getTime();

    const moved = await call("/admin/clock", { method: "POST", body });

    expect(moved.status).toBe(200);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before + 86_400_000);
    expect(ran).toContain("daily");
  });

  it("tells the app its clock and its address", async () => {
    const { now, hostname } = (await (await call("/api/now")).json()) as Record<string, string>;

    expect(Math.abs(Date.parse(now!) - clock.now().getTime())).toBeLessThan(60_000);
    expect(hostname).toBe(`localhost:${new URL(host.url).port}`);
  });

  it("runs orchestrations for the app's durable client", async () => {
    const answer = await call("/api/start", { method: "POST", body: "hello" });

    const { output: result, urls } = (await answer.json()) as any;
    expect(result).toBe("HELLO");
    const status = await fetch(urls.statusQueryGetUri);
    expect(status.status).toBe(200);
  });

  it("keeps the durable webhook closed without a key", async () => {
    const url = `${host.url}/runtime/webhooks/durabletask/instances`;

    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(`${url}?code=${host.keys.system["durabletask_extension"]!}`)).status).toBe(
      200,
    );
  });

  it("does not serve a disabled function", async () => {
    expect((await call("/api/asleep")).status).toBe(404);
  });

  it("reports functions in error and goes on without them", () => {
    const errors = lines.filter((line) => line.startsWith("error Host.Startup"));

    expect(errors.join("\n")).toContain("NO_SUCH_SETTING");
    expect(errors.join("\n")).toContain("'table' (in) is not supported");
    expect(errors.join("\n")).toContain("'eventHubTrigger' is not supported");
  });

  it("tells why a function failed that nobody waits for", async () => {
    const queues = QueueServiceClient.fromConnectionString(connection);
    await queues.createQueue("clumsy");
    await queues.getQueueClient("clumsy").sendMessage(btoa("vase"));
    const told = () => lines.filter((line) => line.includes("'Functions.clumsy' (Failed"));
    await vi.waitFor(() => {
      expect(told()).toHaveLength(5);
    }, 10_000);
    expect(told()[0]).toMatch(/^error Function\.clumsy .*Error: dropped it\n +at /);
  });

  it("warns of routes that hide one another", async () => {
    const warning = lines.find((line) => line.startsWith("warning") && line.includes("overlap"));

    expect(warning).toContain("'api/twin/{id}' (first) and 'api/twin/fixed' (second)");
    expect(await (await call("/api/twin/fixed")).text()).toBe("first");
  });

  it("keeps its keys in its storage", async () => {
    const client = BlobServiceClient.fromConnectionString(connection);
    const blob = client
      .getContainerClient("azure-webjobs-secrets")
      .getBlobClient("local/local-host.json");
    const stored = JSON.parse((await blob.downloadToBuffer()).toString()) as { master: string };

    expect(stored.master).toBe(host.masterKey);
  });
});
