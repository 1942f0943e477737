import * as df from "durable-functions";

type Any = any; // inputs are what the cases say they are

/** One member fails at once, the other takes `ms`: when does the orchestration go on? */
df.app.orchestration("allFailEarly", function* (ctx) {
  const { ms } = ctx.df.getInput() as Any;
  const start = ctx.df.currentUtcDateTime.getTime();
  const tasks = [ctx.df.callActivity("thrower", "error"), ctx.df.callActivity("wait", { ms })];
  let caught = "";
  try {
    yield ctx.df.Task.all(tasks);
  } catch (e: Any) {
    caught = e.constructor.name;
  }
  const caughtLate = ctx.df.currentUtcDateTime.getTime() - start >= ms;
  const next = yield ctx.df.callActivity("add", { a: 1, b: 1 });
  return { caught, clockAtCatchIsLate: caughtLate, next };
});

df.app.orchestration("anyActivities", function* (ctx) {
  const slow = ctx.df.callActivity("wait", { ms: 1500, value: "slow" });
  const fast = ctx.df.callActivity("wait", { ms: 50, value: "fast" });
  const winner = yield ctx.df.Task.any([slow, fast]);
  const next = yield ctx.df.callActivity("add", { a: 1, b: 1 });
  return { fastWon: winner === fast, next };
});

df.app.orchestration("nestedGroups", function* (ctx) {
  const a = ctx.df.callActivity("add", { a: 1, b: 1 });
  const b = ctx.df.callActivity("add", { a: 2, b: 2, ms: 100 });
  const c = ctx.df.callActivity("wait", { ms: 60000 });
  const both = ctx.df.Task.all([a, b]);
  const timer = ctx.df.createTimer(new Date(ctx.df.currentUtcDateTime.getTime() + 400));
  const winner = yield ctx.df.Task.any([both, timer]);
  if (winner === both) timer.cancel();
  void c; // scheduled? an activity that is never yielded
  return { bothWon: winner === both, results: both.result };
});

df.app.orchestration("emptyGroup", function* (ctx) {
  const results = yield ctx.df.Task.all([]);
  return { results };
});

df.app.orchestration("neverYielded", function* (ctx) {
  ctx.df.callActivity("echo", "forgotten");
  const next = yield ctx.df.callActivity("echo", "yielded");
  return next;
});

df.app.orchestration("parallelSubs", function* (ctx) {
  const ids = (ctx.df.getInput() as Any).ids as (string | null)[];
  const tasks = ids.map((id, k) =>
    ctx.df.callSubOrchestrator(
      "chain",
      { n: k + 1 },
      id === null ? undefined : `${ctx.df.instanceId}${id}`,
    ),
  );
  try {
    return yield ctx.df.Task.all(tasks);
  } catch (e: Any) {
    return { caught: e.message };
  }
});
