import type { Figure } from "../figure.ts";
import { startBed } from "./bed.ts";
import { type Form, forms, measure, type Speed } from "./measure.ts";
import { operations } from "./operations.ts";

const sizes = [10, 10_000];
const labels: Readonly<Record<Form, string>> = {
  bare: "bare storage",
  handler: "handler",
  http: "HTTP",
};

/** Status, list, GET and PUT against the storage calls they need, among few offers and among many. */
export async function* bench(): AsyncIterable<Figure> {
  const bed = await startBed();
  const first = new Map<string, Readonly<Record<Form, Speed>>>();
  try {
    for (const size of sizes) {
      await bed.fill(size);
      const among = `${size.toLocaleString("en")} offers`;
      for (const operation of await operations(bed)) {
        const speeds = await measure(operation);
        for (const form of forms) yield* lines(`${operation.name}, ${among}`, form, speeds);
        const before = first.get(operation.name);
        if (before) yield* growth(operation.name, speeds, before);
        else first.set(operation.name, speeds);
      }
    }
  } finally {
    await bed.stop();
  }
}

function* lines(name: string, form: Form, speeds: Readonly<Record<Form, Speed>>): Iterable<Figure> {
  const figures = [
    ["p50", "ms"],
    ["p99", "ms"],
    ["perSecond", "per s"],
  ] as const;
  for (const [figure, unit] of figures) {
    const value = speeds[form][figure];
    const what = figure === "perSecond" ? "8 at once" : figure;
    const ratio = { ratio: value / speeds.bare[figure], to: "bare" };
    yield { name: `${name}, ${labels[form]}, ${what}`, value, unit, ...(form !== "bare" && ratio) };
  }
}

/** The local storage looks at every row it has; what the handler adds to it must not grow. */
function* growth(
  name: string,
  now: Readonly<Record<Form, Speed>>,
  before: Readonly<Record<Form, Speed>>,
): Iterable<Figure> {
  const parts: [string, (speeds: Readonly<Record<Form, Speed>>) => number][] = [
    ["bare storage", ({ bare }) => bare.p50],
    ["handler less bare", ({ handler, bare }) => handler.p50 - bare.p50],
  ];
  for (const [part, valueOf] of parts) {
    const value = valueOf(now);
    const ratio = { ratio: value / valueOf(before), to: `${String(sizes[0])} offers` };
    yield { name: `${name}, ${part}, p50, growth`, value, unit: "ms", ...ratio };
  }
}
