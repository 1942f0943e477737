import { expect, it } from "vitest";
import type { DurableApp } from "../../../infra/local/durable/engine/engine-settings.ts";
import { timeSpan } from "../../../infra/local/durable/history/sdk-payload.ts";
import { partitionKey } from "../../../infra/local/durable/store/table/table-keys.ts";
import { durableBed, sampleApp } from "../../support/durable-bed.ts";

it("an app with entities is refused at its start", async () => {
  const app = await sampleApp();
  const trigger = { name: "e", type: "entityTrigger", direction: "in" as const };
  const functions: DurableApp["functions"] = new Map([
    ["counter", { name: "counter", bindings: { e: trigger }, trigger }],
  ]);
  const withEntity: DurableApp = { functions, invoke: (name, call) => app.invoke(name, call) };
  await expect(durableBed({ app: withEntity })).rejects.toThrow(/no durable entities.*'counter'/);
});

it("payloads over the cap are refused, or fail what made them", async () => {
  const bed = await durableBed({ maxPayloadBytes: 1000 });
  const large = "x".repeat(1001);
  expect((await bed.send("POST", "orchestrators/echoInput/large", large)).status).toBe(413);
  await bed.start("caseSensitive", "waits", null);
  expect((await bed.send("POST", "instances/waits/raiseEvent/Approve", large)).status).toBe(413);
  await bed.start("bigPayload", "ordered", { size: 2000 });
  expect((await bed.end("ordered"))["output"]).toMatch(/too large \(2\d\d\d bytes\)/);
  await bed.stop();
});

it("an instance id that no table key can hold is refused", () => {
  expect(() => partitionKey("é".repeat(200))).toThrow(/too long/);
});

it("durations are written the .NET way", () => {
  expect(timeSpan(6 * 86_400_000)).toBe("6.00:00:00");
  expect(timeSpan(3000)).toBe("00:00:03");
  expect(timeSpan(1500)).toBe("00:00:01.500");
});
