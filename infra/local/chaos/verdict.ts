import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Load, RunStatus } from "./load.ts";
import type { Run } from "./workload.ts";

export interface Verdict {
  lost: string[];
  wrong: string[];
}

const patienceMs = 60_000;

/** Waits for every run to end, and names those that did not come out as they must. */
export async function judge(load: Load, runs: readonly Run[], trace: string): Promise<Verdict> {
  const verdict: Verdict = { lost: [], wrong: [] };
  const deadline = Date.now() + patienceMs;
  for (const run of runs) {
    const status = await outcome(load, run, deadline);
    if (status?.runtimeStatus === "Completed" && status.output === run.output) continue;
    const found = complaint(run, status);
    if (!status || isOpen(status)) verdict.lost.push(found);
    else verdict.wrong.push(found);
  }
  verdict.lost.push(...(await neverRun(runs, trace)));
  return verdict;
}

function complaint(run: Run, status: RunStatus | undefined): string {
  const found = `${JSON.stringify(status?.output)} (${status?.runtimeStatus ?? "unknown"})`;
  return `${run.id}: ${found} instead of ${run.output}`;
}

async function neverRun(runs: readonly Run[], trace: string): Promise<string[]> {
  const left = new Set((await readFile(trace, "utf8")).split("\n"));
  return runs.flatMap(({ id, traces }) => {
    const missing = traces.filter((line) => !left.has(line));
    return missing.length > 0 ? [`${id}: never ran ${missing.join(", ")}`] : [];
  });
}

function isOpen({ runtimeStatus }: RunStatus): boolean {
  return runtimeStatus === "Running" || runtimeStatus === "Pending";
}

async function outcome(load: Load, run: Run, deadline: number): Promise<RunStatus | undefined> {
  for (;;) {
    const status = await load.status(run);
    if (!status || !isOpen(status) || Date.now() > deadline) return status;
    await sleep(50);
  }
}
