import { beforeAll, describe, expect, it } from "vitest";
import { functionNames, register } from "../../../functions/app.ts";
import { routes } from "../../../functions/http/routes.ts";
import { FunctionApp } from "../../../infra/local/functions-host/worker/function-app.ts";
import { testShell } from "../test-shell.ts";

let app: FunctionApp;
const triggerOf = (name: string) => app.functions.get(name.toLowerCase())!.trigger;
const typesOf = (name: string) =>
  Object.values(app.functions.get(name.toLowerCase())!.bindings).map((binding) => binding.type);

beforeAll(async () => {
  app = await FunctionApp.fromRegistrations(
    () => {
      register(testShell().shell);
    },
    { log: () => undefined },
  );
});

describe("registering the app", () => {
  it("registers every function of the catalogue and no other", () => {
    const names = [...app.functions.values()].map(({ name }) => name);

    expect(names.toSorted()).toEqual(functionNames.toSorted());
  });

  it("names a connection of its own for uploads and for callbacks", () => {
    expect(triggerOf("assetUploaded")).toMatchObject({
      connection: "DATA_STORAGE",
      path: "uploads/{publisher}/{offer}/{asset}/{name}",
      source: "EventGrid",
    });
    expect(triggerOf("reviewerCallback")).toMatchObject({
      connection: "CALLBACK_STORAGE",
      queueName: "reviewer-callbacks",
    });
    expect(triggerOf("malwareResult")).toMatchObject({
      connection: "DATA_STORAGE",
      queueName: "malware-scan-results",
    });
    expect(app.functions.has("reviewercallbackpoison"), "poison stays on its queue").toBe(false);
  });

  it("takes an upload by reference, so that its size does not matter", async () => {
    const trigger = triggerOf("assetUploaded");
    const content = Buffer.from('{"Connection":"DATA_STORAGE"}');
    const reference = { version: "1.0", source: "AzureStorageBlobs", contentType: "", content };
    const inputData = [{ name: trigger.name, data: { modelBindingData: reference } }];

    expect(trigger["properties"]).toEqual({ supportsDeferredBinding: "true" });
    await expect(app.invoke("assetUploaded", { inputData })).resolves.toBeDefined();
  });

  it("gives the durable client to what tells workflows, and to nothing else", () => {
    const telling = [...app.functions.values()]
      .filter(({ bindings }) =>
        Object.values(bindings).some((binding) => binding.type === "durableClient"),
      )
      .map(({ name }) => name);

    expect(telling.toSorted()).toEqual(
      [
        "orderCancel",
        "orderGoLive",
        "orderPublish",
        "orderResume",
        "reviewerCallback",
        "sweep",
      ].toSorted(),
    );
  });

  it("serves each route by its one method", () => {
    for (const { name, method, route } of routes)
      expect(triggerOf(name)).toMatchObject({ methods: [method], route, authLevel: "anonymous" });
    expect(typesOf("readStatus")).toEqual(expect.arrayContaining(["httpTrigger", "http"]));
  });

  it("answers a request that came through the host", async () => {
    const { name, type } = triggerOf("listProcesses");
    const answer = await app.invoke("listProcesses", {
      inputData: [
        {
          name,
          data: {
            http: {
              method: "GET",
              url: "http://127.0.0.1/api/processes",
              nullableHeaders: { authorization: { value: "Bearer nobody" } },
              nullableQuery: {},
              nullableParams: {},
            },
          },
        },
      ],
    });

    expect(type).toBe("httpTrigger");
    expect(JSON.stringify(answer)).toContain('"statusCode":"200"');
  });
});
