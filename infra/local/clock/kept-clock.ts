import { join } from "node:path";
import { readJson, writeJson } from "../storage/json-file.ts";
import { MovableClock } from "./clock.ts";

/** The clock of a data folder: where it was moved to, a later start goes on from there. */
export async function openClock(folder: string | undefined): Promise<MovableClock> {
  if (folder === undefined) return new MovableClock();
  const file = join(folder, "clock.json");
  const kept = (await readJson(file)) as { offsetMs?: unknown } | undefined;
  const offsetMs = typeof kept?.offsetMs === "number" ? kept.offsetMs : 0;
  const clock = new MovableClock(new Date(Date.now() + Math.max(0, offsetMs)));
  clock.keepWith((moved) => writeJson(file, { offsetMs: moved }));
  return clock;
}
