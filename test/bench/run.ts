import { parseArgs } from "node:util";
import process from "node:process";
import { figureLine, type Bench } from "./figure.ts";

const benches: Record<string, () => Promise<{ bench: Bench }>> = {
  "durable-chains": () => import("./durable-chains.ts"),
  "event-to-resume": () => import("./event-to-resume.ts"),
  "start-up": () => import("./start-up.ts"),
  "sample-publish": () => import("./sample-publish.ts"),
  growth: () => import("./growth.ts"),
  api: () => import("./api/bench.ts"),
  "request-body": () => import("./api/request-body.ts"),
  certification: () => import("./certification/bench.ts"),
  intake: () => import("./intake/bench.ts"),
  import: () => import("./bundle-import.ts"),
};

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `no benchmark ${unknown.join(", ")}; there are: ${Object.keys(benches).join(", ")}`,
  );
  process.exit(1);
}
for (const [name, load] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const { bench } = await load();
  for await (const figure of bench())
    console.log(values.json ? JSON.stringify({ bench: name, ...figure }) : figureLine(figure));
}
process.exit(0);
