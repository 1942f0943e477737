import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "../../infra/build/bundle.ts";
import { quantile, type Figure } from "./figure.ts";

const runs = 9;
const root = path.resolve(import.meta.dirname, "../..");
const run = promisify(execFile);

async function importMs(file: string): Promise<number> {
  const script = path.join(import.meta.dirname, "import-once.ts");
  const { stdout } = await run(process.execPath, [script, path.join(root, file)]);
  return Number(stdout.trim().split("\n").at(-1));
}

/** What a cold start pays for loading the app's code. */
export async function* bench(): AsyncIterable<Figure> {
  await build();
  const bundled: number[] = [];
  const unbundled: number[] = [];
  // Alternating, so that both see the same weather.
  for (let n = 0; n < runs; n++) {
    unbundled.push(await importMs("functions/main.ts"));
    bundled.push(await importMs("dist/main.mjs"));
  }
  const [bundle, loose] = [quantile(bundled, 0.5), quantile(unbundled, 0.5)];
  yield { name: "import of the unbundled app, p50", value: loose, unit: "ms" };
  yield {
    name: "import of the bundle, p50",
    value: bundle,
    unit: "ms",
    ratio: bundle / loose,
    to: "unbundled",
  };
}
