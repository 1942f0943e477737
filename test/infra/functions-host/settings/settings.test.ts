import { describe, expect, it } from "vitest";
import {
  MissingSetting,
  Settings,
} from "../../../../infra/local/functions-host/settings/settings.ts";

const local = "DefaultEndpointsProtocol=http;AccountName=offerpress";

describe("settings", () => {
  it("ignore case and treat a double underscore as a colon", () => {
    const settings = new Settings({ My__Name: "x" });

    expect(settings.get("my:name")).toBe("x");
  });

  it("fill in every %NAME%", () => {
    const settings = new Settings({ A: "1", B: "2" });

    expect(settings.resolve("x-%A%-%b%")).toBe("x-1-2");
  });

  it("name the one that is missing", () => {
    const settings = new Settings({});

    expect(() => settings.resolve("x-%QUEUE%")).toThrow(MissingSetting);
    expect(() => settings.resolve("x-%QUEUE%")).toThrow("QUEUE");
  });
});

describe("a connection", () => {
  const accounts = new Map([
    ["offerpress", local],
    ["runtime", "the runtime account"],
  ]);

  it.each([
    ["its own name", { Data: "c1" }, "Data"],
    ["the name with AzureWebJobs in front", { AzureWebJobsData: "c1" }, "Data"],
    ["AzureWebJobsStorage when nothing is named", { AzureWebJobsStorage: "c1" }, ""],
    ["AzureWebJobsStorage by its full name", { AzureWebJobsStorage: "c1" }, "AzureWebJobsStorage"],
  ])("is found under %s", (_how, env, name) => {
    expect(new Settings(env).connection(name, "blob")).toEqual({ connectionString: "c1" });
  });

  it("is found among the connection strings", () => {
    const settings = new Settings({}, new Map(), { Data: "c2" });

    expect(settings.connection("Data", "queue")).toEqual({ connectionString: "c2" });
  });

  it.each([
    { Data__accountName: "offerpress" },
    { Data__queueServiceUri: "https://offerpress.queue.core.windows.net" },
  ])("by identity to an account of the local storage stays local: %o", (env) => {
    const settings = new Settings(env, accounts);

    expect(settings.connection("Data", "queue")).toEqual({ connectionString: local });
  });

  it("by identity elsewhere has an address and a credential", () => {
    const settings = new Settings({ Data__accountName: "faraway" }, accounts);

    expect(settings.connection("Data", "table")).toMatchObject({
      endpoint: "https://faraway.table.core.windows.net",
      credential: { getToken: expect.any(Function) as unknown },
    });
  });

  it("to the development storage means the local runtime account", () => {
    const env = { AzureWebJobsStorage: "UseDevelopmentStorage=true" };
    const settings = new Settings(env, accounts);

    expect(settings.connection(undefined, "blob")).toEqual({
      connectionString: "the runtime account",
    });
  });

  it("that nobody set says what to set", () => {
    expect(() => new Settings({}).connection("Data", "blob")).toThrow(
      "set Data to a connection string, or Data__accountName or Data__blobServiceUri",
    );
  });
});
