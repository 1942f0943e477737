import type { BenchEngine } from "./durable-engine.ts";
import { timed, type Figure } from "./figure.ts";
import { inMemory, onAzurite } from "./on-stores.ts";

const rounds = 60;
const atOnce = 16;

async function chain(engine: BenchEngine, id: string): Promise<void> {
  await engine.start("chain", id, { n: 10 });
  await engine.idle();
  const status = await engine.statusOf(id);
  if (status !== "Completed") throw new Error(`${id} is ${status}`);
}

/** Chains of ten activities per second, one after the other and 16 at a time. */
async function perSecond(engine: BenchEngine): Promise<{ alone: number; together: number }> {
  for (let n = 0; n < 5; n++) await chain(engine, `warm-${String(n)}`);
  const alone = await timed(async () => {
    for (let n = 0; n < rounds; n++) await chain(engine, `alone-${String(n)}`);
  });
  const together = await timed(async () => {
    for (let n = 0; n < rounds; n += atOnce) {
      const ids = Array.from({ length: atOnce }, (_, k) => `together-${String(n + k)}`);
      await Promise.all(ids.map((id) => engine.start("chain", id, { n: 10 })));
      await engine.idle();
    }
  });
  const inBatches = Math.ceil(rounds / atOnce) * atOnce;
  return { alone: (rounds / alone) * 1000, together: (inBatches / together) * 1000 };
}

export async function* bench(): AsyncIterable<Figure> {
  const memory = await inMemory(perSecond);
  const [azurite, transactions] = await onAzurite(async (engine, requests) => {
    const speed = await perSecond(engine);
    const before = await requests();
    await chain(engine, "counted");
    return [speed, (await requests()) - before] as const;
  });
  yield { name: "chains of ten, memory store, one by one", value: memory.alone, unit: "per s" };
  yield {
    name: "chains of ten, memory store, 16 at once",
    value: memory.together,
    unit: "per s",
    ratio: memory.together / memory.alone,
    to: "one by one",
  };
  yield {
    name: "chains of ten, Azurite, one by one",
    value: azurite.alone,
    unit: "per s",
    ratio: azurite.alone / memory.alone,
    to: "memory store",
  };
  yield {
    name: "chains of ten, Azurite, 16 at once",
    value: azurite.together,
    unit: "per s",
    ratio: azurite.together / memory.together,
    to: "memory store",
  };
  yield { name: "storage transactions of a chain of ten", value: transactions, unit: "requests" };
}
