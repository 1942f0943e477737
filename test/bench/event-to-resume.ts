import type { BenchEngine } from "./durable-engine.ts";
import { quantile, timed, type Figure } from "./figure.ts";
import { inMemory, onAzurite } from "./on-stores.ts";

const samples = 200;

/** From raising the event to the instance having run its next activity and completed. */
async function latencies(engine: BenchEngine): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < samples; n++) {
    const id = `wait-${String(n)}`;
    await engine.start("caseSensitive", id, {});
    await engine.idle();
    took.push(
      await timed(async () => {
        await engine.raise(id, "Approve", { yes: true });
        await engine.idle();
      }),
    );
    const status = await engine.statusOf(id);
    if (status !== "Completed") throw new Error(`${id} is ${status}`);
  }
  return took.slice(20);
}

export async function* bench(): AsyncIterable<Figure> {
  const memory = await inMemory(latencies);
  const azurite = await onAzurite(latencies);
  for (const q of [0.5, 0.99]) {
    const label = `p${String(q * 100)}`;
    const [fast, real] = [quantile(memory, q), quantile(azurite, q)];
    yield { name: `event to resume, memory store, ${label}`, value: fast, unit: "ms" };
    yield {
      name: `event to resume, Azurite, ${label}`,
      value: real,
      unit: "ms",
      ratio: real / fast,
      to: "memory store",
    };
  }
}
