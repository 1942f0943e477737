import { appendFileSync } from "node:fs";
import * as df from "durable-functions";

/** What the step of a run does: leaves a trace, takes its time, and answers the next number. */
interface StepInput {
  run: string;
  step: number;
  value: number;
  ms: number;
}

interface RunInput {
  run: string;
  size: number;
  ms: number;
}

df.app.activity("step", {
  handler: async ({ run, step, value, ms }: StepInput): Promise<number> => {
    // Written at once, so that it survives the death of this process.
    appendFileSync(process.env["CHAOS_TRACE"] ?? "/dev/null", `${run} ${step}\n`);
    await new Promise((resolve) => setTimeout(resolve, ms));
    return value + 1;
  },
});

df.app.orchestration("chain", function* (context) {
  const { run, size, ms } = context.df.getInput<RunInput>();
  let value = 0;
  for (let step = 0; step < size; step += 1) {
    value = (yield context.df.callActivity("step", { run, step, value, ms })) as number;
  }
  return value;
});

df.app.orchestration("fan", function* (context) {
  const { run, size, ms } = context.df.getInput<RunInput>();
  const tasks = Array.from({ length: size }, (_, step) =>
    context.df.callActivity("step", { run, step, value: step, ms }),
  );
  const results = (yield context.df.Task.all(tasks)) as number[];
  return results.reduce((sum, result) => sum + result, 0);
});

// An event may be raised again when nobody knows whether it was accepted: each number counts once.
df.app.orchestration("events", function* (context) {
  const { size } = context.df.getInput<RunInput>();
  const seen = new Set<number>();
  while (seen.size < size) {
    const { number } = (yield context.df.waitForExternalEvent("Number")) as { number: number };
    seen.add(number);
  }
  return [...seen].reduce((sum, number) => sum + number, 0);
});

df.app.orchestration("timers", function* (context) {
  const { run, size, ms } = context.df.getInput<RunInput>();
  let value = 0;
  for (let step = 0; step < size; step += 1) {
    const due = new Date(context.df.currentUtcDateTime.getTime() + ms);
    yield context.df.createTimer(due);
    value = (yield context.df.callActivity("step", { run, step, value, ms: 0 })) as number;
  }
  return value;
});

// A step in each generation.
df.app.orchestration("generations", function* (context) {
  const input = context.df.getInput<RunInput & { done?: number }>();
  const { run, size, ms, done = 0 } = input;
  const value = (yield context.df.callActivity("step", {
    run,
    step: done,
    value: done,
    ms,
  })) as number;
  if (value < size) {
    context.df.continueAsNew({ ...input, done: value });
    return undefined;
  }
  return value;
});

df.app.orchestration("family", function* (context) {
  const { run, size, ms } = context.df.getInput<RunInput>();
  const children = Array.from({ length: size }, (_, k) =>
    context.df.callSubOrchestrator("chain", { run: `${run}-child-${k}`, size: 2, ms }),
  );
  const results = (yield context.df.Task.all(children)) as number[];
  return results.reduce((sum, result) => sum + result, 0);
});
