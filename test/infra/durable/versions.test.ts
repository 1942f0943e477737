import { expect, it } from "vitest";
import { compareVersions } from "../../../infra/local/durable/engine/episode/versions.ts";
import { durableBed } from "../../support/durable-bed.ts";

it("versions compare by their numbers, else as text, and none is the oldest", () => {
  expect(compareVersions("1.10", "1.9")).toBeGreaterThan(0);
  expect(compareVersions("1", "1.0")).toBe(0);
  expect(compareVersions("", "1")).toBeLessThan(0);
  expect(compareVersions("beta", "alpha")).toBeGreaterThan(0);
});

it("a start takes the default version unless it names one", async () => {
  const bed = await durableBed({ defaultVersion: "2.0" });
  await bed.start("chain", "default", { n: 1 });
  await bed.start("chain", "named?version=1.0", { n: 1 });
  const version = async (id: string) =>
    (await bed.extension.history(id)).find((event) => event.EventType === 0)?.Version;
  expect(await version("default")).toBe("2.0");
  expect(await version("named")).toBe("1.0");
  await bed.stop();
});

it("a newer version fails or waits, as the failure strategy says", async () => {
  const match = { defaultVersion: "1.0", versionMatchStrategy: "CurrentOrOlder" } as const;
  const failing = await durableBed({ ...match, versionFailureStrategy: "Fail" });
  await failing.start("chain", "newer?version=2.0", { n: 1 });
  expect((await failing.end("newer"))["output"]).toMatch(/greater than the worker version/);
  await failing.start("chain", "older?version=0.9", { n: 1 });
  expect((await failing.end("older"))["output"]).toBe(1);
  await failing.stop();
  const rejecting = await durableBed({ ...match, versionFailureStrategy: "Reject" });
  await rejecting.start("chain", "newer?version=2.0", { n: 1 });
  await rejecting.extension.idle();
  expect((await rejecting.status("newer"))["runtimeStatus"]).toBe("Pending");
  expect(rejecting.warnings.length).toBe(1);
  await rejecting.stop();
});
