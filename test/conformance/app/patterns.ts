import * as df from "durable-functions";

type Any = any; // inputs are what the cases say they are

df.app.orchestration("chain", function* (ctx) {
  const input = ctx.df.getInput() as Any;
  let value = 0;
  for (let k = 0; k < input.n; k++) {
    value = (yield ctx.df.callActivity("add", { a: value, b: 1, ms: input.ms })) as number;
  }
  return value;
});

df.app.orchestration("fan", function* (ctx) {
  const { n } = ctx.df.getInput() as Any;
  const tasks = [];
  for (let k = 0; k < n; k++) tasks.push(ctx.df.callActivity("add", { a: k, b: k }));
  const results = (yield ctx.df.Task.all(tasks)) as number[];
  return results.reduce((x, y) => x + y, 0);
});

df.app.orchestration("sleeper", function* (ctx) {
  const { ms } = ctx.df.getInput() as Any;
  const start = ctx.df.currentUtcDateTime.getTime();
  yield ctx.df.createTimer(new Date(start + ms));
  return { sleptAtLeast: ctx.df.currentUtcDateTime.getTime() - start >= ms };
});

df.app.orchestration("counter", function* (ctx) {
  const { n, max, sum } = ctx.df.getInput() as Any;
  const total = (yield ctx.df.callActivity("add", { a: sum, b: n })) as number;
  if (n < max) {
    ctx.df.continueAsNew({ n: n + 1, max, sum: total });
    return;
  }
  return total;
});

df.app.orchestration("failing", function* (ctx) {
  yield ctx.df.callActivity("echo", 1);
  throw new Error((ctx.df.getInput() as Any).message);
});

df.app.orchestration("parent", function* (ctx) {
  const out: unknown[] = [];
  out.push(yield ctx.df.callSubOrchestrator("chain", { n: 2 }));
  out.push(yield ctx.df.callSubOrchestrator("chain", { n: 3 }, `${ctx.df.instanceId}-child`));
  try {
    yield ctx.df.callSubOrchestrator("failing", { message: "child failed" });
  } catch (e: Any) {
    out.push({ caught: e.message });
  }
  return out;
});

/** Event against timer; `forgetCancel` leaves the timer open, `ms` is the timeout. */
df.app.orchestration("approval", function* (ctx) {
  const { ms, forgetCancel } = ctx.df.getInput() as Any;
  ctx.df.setCustomStatus({ waiting: "Approve" });
  const timer = ctx.df.createTimer(new Date(ctx.df.currentUtcDateTime.getTime() + ms));
  const event = ctx.df.waitForExternalEvent("Approve");
  const winner = yield ctx.df.Task.any([event, timer]);
  if (winner === event) {
    if (!forgetCancel) timer.cancel();
    const after = yield ctx.df.callActivity("echo", { what: "approved" });
    return { outcome: "approved", by: event.result, after };
  }
  const after = yield ctx.df.callActivity("echo", { what: "timeout" });
  return { outcome: "timeout", after };
});

/** The remedy for long timeouts: one event task raced against a chain of short timers (`tickMs`). */
df.app.orchestration("approvalLoop", function* (ctx) {
  const { ms, tickMs } = ctx.df.getInput() as Any;
  const deadline = ctx.df.currentUtcDateTime.getTime() + ms;
  const event = ctx.df.waitForExternalEvent("Approve");
  for (;;) {
    const now = ctx.df.currentUtcDateTime.getTime();
    if (now >= deadline) return { outcome: "timeout" };
    const timer = ctx.df.createTimer(new Date(Math.min(deadline, now + tickMs)));
    const winner = yield ctx.df.Task.any([event, timer]);
    if (winner === event) {
      timer.cancel();
      const after = yield ctx.df.callActivity("echo", { what: "approved" });
      return { outcome: "approved", by: event.result, after };
    }
  }
});
