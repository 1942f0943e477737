import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Load } from "./load.ts";
import { between, seededRandom } from "./random.ts";
import { judge, type Verdict } from "./verdict.ts";
import { Victim } from "./victim.ts";
import { nextRun, type Run } from "./workload.ts";

export interface ChaosOptions {
  kills: number;
  seed: number;
  say: (line: string) => void;
  /** The program to kill, if not our host. */
  program?: string;
}

export interface ChaosResult extends Verdict {
  kills: number;
  /** Starts and events that were answered with 202. */
  accepted: number;
}

const pauseMs = 40;
const mostOpen = 40;

/** Puts the host under load, kills it at random moments, and counts what did not survive. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const folder = await mkdtemp(join(tmpdir(), "chaos-"));
  const trace = join(folder, "trace.txt");
  await writeFile(trace, "");
  const victim = new Victim({ folder, trace, program: options.program });
  const load = new Load(() => victim.durableUrl);
  try {
    await victim.start();
    const runs = await killUnderLoad(victim, load, options);
    options.say(`waiting for ${runs.length} orchestrations`);
    return { kills: options.kills, accepted: load.accepted, ...(await judge(load, runs, trace)) };
  } finally {
    await victim.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

async function killUnderLoad(
  victim: Victim,
  load: Load,
  { kills, seed, say }: ChaosOptions,
): Promise<Run[]> {
  const random = seededRandom(seed);
  const runs: Run[] = [];
  const driven: Promise<void>[] = [];
  let open = 0;
  const feed = new AbortController();
  const feeding = (async () => {
    while (!feed.signal.aborted) {
      await sleep(pauseMs);
      if (open >= mostOpen) continue;
      const run = nextRun(random, runs.length);
      runs.push(run);
      open += 1;
      const drive = load.drive(run).finally(() => {
        open -= 1;
      });
      // The rejection is looked at when all has been sent.
      drive.catch(() => undefined);
      driven.push(drive);
    }
  })();
  const moments = seededRandom(seed + 1);
  for (let kill = 1; kill <= kills; kill += 1) {
    const after = between(moments, 50, 1500);
    await sleep(after);
    await victim.kill();
    say(`kill ${kill} of ${kills} after ${after} ms`);
    await victim.start();
  }
  feed.abort();
  await feeding;
  await Promise.all(driven);
  return runs;
}
