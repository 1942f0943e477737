import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  parseHostJson,
  readHostJson,
} from "../../../../infra/local/functions-host/settings/host-json.ts";
import {
  addLocalSettings,
  readLocalSettings,
} from "../../../../infra/local/functions-host/settings/local-settings.ts";
import { Settings } from "../../../../infra/local/functions-host/settings/settings.ts";
import { timeSpanMs } from "../../../../infra/local/functions-host/settings/time-span.ts";

function parse(raw: object, env: Record<string, string> = {}) {
  return parseHostJson(raw, new Settings(env));
}

describe("host.json", () => {
  it("that says nothing means the official defaults", () => {
    const host = parse({ version: "2.0" });

    expect(host.extensions).toMatchObject({
      http: { routePrefix: "api", maxOutstandingRequests: -1 },
      queues: {
        batchSize: 16,
        maxDequeueCount: 5,
        maxPollingIntervalMs: 60_000,
        visibilityTimeoutMs: 0,
        messageEncoding: "base64",
      },
    });
    expect(host.functionTimeoutMs).toBe(1_800_000);
  });

  it("reads durations, settings and comments of our own app", async () => {
    const env = { DURABLE_HUB: "Offers" };
    const folder = join(import.meta.dirname, "../../../..");

    const host = await readHostJson(folder, new Settings(env));

    expect(host.extensions.durableTask).toMatchObject({ hubName: "Offers", defaultVersion: "1" });
    expect(host.extensions.queues.maxPollingIntervalMs).toBe(2000);
  });

  it("is overridden by environment variables, whatever their case", () => {
    const host = parse(
      { version: "2.0", extensions: { queues: { batchSize: 4 } } },
      {
        AzureFunctionsJobHost__extensions__Queues__batchSize: "8",
        AzureFunctionsJobHost__extensions__http__routePrefix: "",
      },
    );

    expect(host.extensions.queues.batchSize).toBe(8);
    expect(host.extensions.http.routePrefix).toBe("");
  });

  it("may let functions run for ever", () => {
    expect(parse({ version: "2.0", functionTimeout: "-1" }).functionTimeoutMs).toBe(Infinity);
  });

  it("that needs a missing setting is refused, naming place and setting", () => {
    const raw = { version: "2.0", extensions: { durableTask: { hubName: "%HUB%" } } };

    expect(() => parse(raw)).toThrow(/extensions\.durableTask\.hubName.*HUB/);
  });

  it.each([
    [{}, "version"],
    [{ version: "2.0", extensions: { queues: { batchSize: 33 } } }, "extensions.queues.batchSize"],
    [{ version: "2.0", functionTimeout: "soon" }, "functionTimeout"],
  ])("that is wrong is refused, naming the place: %o", (raw, place) => {
    expect(() => parse(raw)).toThrow(place);
  });
});

describe("a time span", () => {
  it.each([
    ["00:00:02", 2000],
    ["1.12:00:00", 129_600_000],
    ["00:00:00.100", 100],
    ["00:05", 300_000],
  ])("%s is %d ms", (text, ms) => {
    expect(timeSpanMs(text)).toBe(ms);
  });
});

describe("local.settings.json", () => {
  async function read(text: string) {
    const folder = await mkdtemp(join(tmpdir(), "settings-"));
    await writeFile(join(folder, "local.settings.json"), text);
    try {
      return await readLocalSettings(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  it("gives values, host options and connection strings", async () => {
    const settings = await read(`{
      // a comment
      "IsEncrypted": false,
      "Values": { "A": "1" },
      "Host": { "LocalHttpPort": 7072, "CORS": "*" },
      "ConnectionStrings": { "Data": "c" }
    }`);

    expect(settings).toMatchObject({
      Values: { A: "1" },
      Host: { LocalHttpPort: 7072, CORS: "*", CORSCredentials: false },
      ConnectionStrings: { Data: "c" },
    });
  });

  it("that is not there is empty", async () => {
    expect((await readLocalSettings(tmpdir())).Values).toEqual({});
  });

  it("with a value that is not a text is refused", async () => {
    await expect(read('{ "Values": { "A": 1 } }')).rejects.toThrow("Values.A: values are texts");
  });

  it("does not override what is already set", () => {
    const env: Record<string, string | undefined> = { A: "mine" };

    addLocalSettings({ A: "theirs", B: "new" }, env);

    expect(env).toEqual({ A: "mine", B: "new" });
  });
});
