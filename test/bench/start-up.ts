import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { quantile, type Figure } from "./figure.ts";

const runs = 5;
const run = promisify(execFile);

/** How soon the host is ready once the storage is up; the bundle is built while the storage starts. */
export async function* bench(): AsyncIterable<Figure> {
  const storage: number[] = [];
  const host: number[] = [];
  for (let n = 0; n < runs; n++) {
    const { stdout } = await run(process.execPath, [
      path.join(import.meta.dirname, "start-once.ts"),
    ]);
    const took = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Record<string, number>;
    storage.push(took["storage"] ?? Number.NaN);
    host.push(took["host"] ?? Number.NaN);
  }
  const up = quantile(storage, 0.5);
  const ready = quantile(host, 0.5);
  yield { name: "storage up, p50", value: up, unit: "ms" };
  yield {
    name: "host ready after that, p50",
    value: ready,
    unit: "ms",
    ratio: ready / up,
    to: "storage",
  };
}
