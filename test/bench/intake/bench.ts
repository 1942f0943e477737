import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { type Figure, quantile } from "../figure.ts";
import type { Cost, Way } from "./read-once.ts";
import { type Shape, writeArchive } from "./write-archive.ts";

const rounds = 3;
const mebibyte = 1024 * 1024;
const shapes: Readonly<Record<string, Shape>> = {
  "large files": { count: 10, size: 120 * mebibyte },
  "small files": { count: 9000, size: 135_000 },
};
const ways: readonly Way[] = ["plain", "intake", "scanned", "everything"];

async function costOf(archive: string, way: Way): Promise<Cost> {
  const script = path.join(import.meta.dirname, "read-once.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, archive, way]);
  return JSON.parse(stdout) as Cost;
}

/** Reading and scanning packages of about a gigabyte, each time in a process of its own. */
export async function* bench(): AsyncIterable<Figure> {
  const folder = await mkdtemp(path.join(tmpdir(), "intake-"));
  try {
    for (const [name, shape] of Object.entries(shapes)) {
      const archive = path.join(folder, "package.zip");
      await writeArchive(archive, shape);
      yield* figuresOf(name, archive);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* figuresOf(name: string, archive: string): AsyncIterable<Figure> {
  const costs = new Map<Way, Cost[]>(ways.map((way) => [way, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const way of ways) costs.get(way)?.push(await costOf(archive, way));
  }
  const median = (way: Way, of: keyof Cost) =>
    quantile(
      (costs.get(way) ?? []).map((cost) => cost[of]),
      0.5,
    );
  const { size } = await stat(archive);
  yield { name: `${name}: package`, value: size / 1e6, unit: "MB" };
  for (const way of ways) {
    const timesPlain = (of: keyof Cost) => ({
      ratio: median(way, of) / median("plain", of),
      to: "plain",
    });
    const ms = median(way, "ms");
    const memory = median(way, "memoryBytes") / mebibyte;
    const label = `${name}, ${way}`;
    yield { name: `${label}: speed`, value: size / 1000 / ms, unit: "MB/s" };
    yield { name: `${label}: time`, value: ms, unit: "ms", ...timesPlain("ms") };
    const cpuMs = median(way, "cpuMs");
    yield { name: `${label}: processor`, value: cpuMs, unit: "ms", ...timesPlain("cpuMs") };
    yield { name: `${label}: memory`, value: memory, unit: "MiB" };
  }
}
