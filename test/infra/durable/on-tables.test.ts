import { afterAll, beforeAll, expect, it } from "vitest";
import { TableStore } from "../../../infra/local/durable/store/table-store.ts";
import { startAzurite } from "../../support/azurite.ts";
import { durableBed } from "../../support/durable-bed.ts";
import { mortalStore } from "../../support/mortal-store.ts";

let azurite: Awaited<ReturnType<typeof startAzurite>>;
let hubs = 0;

beforeAll(async () => {
  azurite = await startAzurite(["table"]);
});
afterAll(() => azurite.stop());

const newStore = () => new TableStore({ ...azurite, hubName: `Engine${(hubs += 1)}` });

it("orchestrations of all sorts run on tables at once", async () => {
  const bed = await durableBed({ store: newStore() });
  const work: [string, unknown, unknown][] = [
    ["chain", { n: 5 }, 5],
    ["fan", { n: 20 }, 380],
    ["counter", { n: 1, max: 5, sum: 0 }, 15],
    ["parallelSubs", { ids: ["-a", "-b", null] }, [1, 2, 3]],
    ["retrying", { failTimes: 1 }, "ok after 2"],
    ["bigPayload", { size: 200_000 }, { length: 200_000 }],
  ];
  await Promise.all(work.map(([name, input]) => bed.start(name, `w-${name}`, input)));
  for (const [name, , output] of work) {
    expect((await bed.end(`w-${name}`))["output"]).toEqual(output);
  }
  const listed = JSON.parse((await bed.send("GET", "instances?instanceIdPrefix=w-")).body);
  expect(listed.length).toBeGreaterThanOrEqual(work.length);
  const purged = await bed.send(
    "DELETE",
    "instances?createdTimeFrom=2000-01-01T00:00:00Z&runtimeStatus=Completed",
  );
  expect(JSON.parse(purged.body).instancesDeleted).toBe(work.length + 3);
  await bed.stop();
});

it("two hundred events at once are all taken, in order", async () => {
  const bed = await durableBed({ store: newStore() });
  await bed.start("events", "many", { ms: 300, n: 150 });
  for (let k = 0; k < 150; k += 25) {
    const batch = Array.from({ length: 25 }, (_, n) => bed.raise("many", "E", k + n));
    await Promise.all(batch);
  }
  const { output } = await bed.end("many");
  expect(output.map(({ value }: any) => value)).toEqual(Array.from({ length: 150 }, (_, k) => k));
  await bed.stop();
});

it("an engine that dies is taken over by the next", async () => {
  const store = newStore();
  const mortal = mortalStore(store, (count) => (count === 9 ? "die-after" : "live"));
  const first = await durableBed({ store: mortal.store });
  await first.start("caseSensitive", "event", null);
  await first.raise("event", "Approve", "kept");
  await first.end("event");
  await first.start("chain", "chain", { n: 10, ms: 5 });
  first.clock.close();
  mortal.kill();
  const second = await durableBed({ store });
  expect((await second.end("chain"))["output"]).toBe(10);
  await second.stop();
});
