import * as df from "durable-functions";
import { shape } from "./activities.ts";

type Any = any; // inputs are what the cases say they are

function retryOptions(input: Any): df.RetryOptions {
  const options = new df.RetryOptions(input.first ?? 50, input.max ?? 4);
  if (input.coefficient !== undefined) options.backoffCoefficient = input.coefficient;
  if (input.maxInterval !== undefined) options.maxRetryIntervalInMilliseconds = input.maxInterval;
  if (input.timeout !== undefined) options.retryTimeoutInMilliseconds = input.timeout;
  return options;
}

df.app.orchestration("retrying", function* (ctx) {
  const input = ctx.df.getInput() as Any;
  const call = { key: ctx.df.instanceId, failTimes: input.failTimes };
  try {
    return yield ctx.df.callActivityWithRetry("flaky", retryOptions(input), call);
  } catch (e: Any) {
    const after = yield ctx.df.callActivity("echo", "after");
    return { failed: e.message, after };
  }
});

df.app.orchestration("retryUncaught", function* (ctx) {
  const input = ctx.df.getInput() as Any;
  return yield ctx.df.callActivityWithRetry("flaky", retryOptions(input), {
    key: ctx.df.instanceId,
    failTimes: 99,
  });
});

/** Fails on its first runs (counted per `key`, across instances). */
df.app.orchestration("flakySub", function* (ctx) {
  return yield ctx.df.callActivity("flaky", ctx.df.getInput());
});

df.app.orchestration("retryingSub", function* (ctx) {
  const input = ctx.df.getInput() as Any;
  const call = { key: ctx.df.instanceId, failTimes: input.failTimes };
  const id = input.childId ? `${ctx.df.instanceId}-kid` : undefined;
  try {
    return yield ctx.df.callSubOrchestratorWithRetry(
      "flakySub",
      retryOptions(input),
      call,
      id as Any,
    );
  } catch (e: Any) {
    return { failed: e.message };
  }
});

/** Task.all with a failing member and a retrying member. `slowMs` delays the failing one. */
df.app.orchestration("allWithRetry", function* (ctx) {
  const { slowMs } = ctx.df.getInput() as Any;
  const bad = ctx.df.callActivity("flaky", {
    key: `${ctx.df.instanceId}/bad`,
    failTimes: 99,
    ms: slowMs,
  });
  const retrying = ctx.df.callActivityWithRetry("flaky", new df.RetryOptions(50, 3), {
    key: `${ctx.df.instanceId}/once`,
    failTimes: 1,
  });
  let outcome = "none";
  try {
    yield ctx.df.Task.all([bad, retrying]);
  } catch {
    outcome = "caught";
  }
  const next = yield ctx.df.callActivity("add", { a: 1, b: 1 });
  return { outcome, next: shape(next) };
});

/** Task.any of a retrying activity and a timer that is then cancelled. */
df.app.orchestration("anyRetryTimer", function* (ctx) {
  const { failTimes } = ctx.df.getInput() as Any;
  const timer = ctx.df.createTimer(new Date(ctx.df.currentUtcDateTime.getTime() + 60000));
  const work = ctx.df.callActivityWithRetry("flaky", new df.RetryOptions(20, 5), {
    key: ctx.df.instanceId,
    failTimes,
  });
  const winner = yield ctx.df.Task.any([work, timer]);
  if (winner === work) timer.cancel();
  const next = yield ctx.df.callActivity("add", { a: 1, b: 1 });
  return { won: winner === work, result: (winner as Any).result, next: shape(next) };
});

/** The remedy: the retrying call sits in a sub-orchestration. */
df.app.orchestration("anyRetrySubTimer", function* (ctx) {
  const { failTimes } = ctx.df.getInput() as Any;
  const timer = ctx.df.createTimer(new Date(ctx.df.currentUtcDateTime.getTime() + 60000));
  const work = ctx.df.callSubOrchestrator("retrying", { failTimes, first: 20, max: 5 });
  const winner = yield ctx.df.Task.any([work, timer]);
  if (winner === work) timer.cancel();
  const next = yield ctx.df.callActivity("add", { a: 1, b: 1 });
  return { won: winner === work, result: (winner as Any).result, next: shape(next) };
});

/** Task.any where a plain activity wins while the other is still retrying. */
df.app.orchestration("anyRetryLoses", function* (ctx) {
  const { failTimes } = ctx.df.getInput() as Any;
  const retrying = ctx.df.callActivityWithRetry("flaky", new df.RetryOptions(300, 5), {
    key: ctx.df.instanceId,
    failTimes,
  });
  const plain = ctx.df.callActivity("wait", { ms: 100, value: "plain" });
  const winner = yield ctx.df.Task.any([retrying, plain]);
  const next = yield ctx.df.callActivity("add", { a: 1, b: 1 });
  return { plainWon: winner === plain, next: shape(next) };
});

/** Task.any of a retrying activity and an event (events take no id). */
df.app.orchestration("anyRetryEvent", function* (ctx) {
  const { failTimes } = ctx.df.getInput() as Any;
  const event = ctx.df.waitForExternalEvent("Go");
  const retrying = ctx.df.callActivityWithRetry("flaky", new df.RetryOptions(50, 5), {
    key: ctx.df.instanceId,
    failTimes,
  });
  const winner = yield ctx.df.Task.any([retrying, event]);
  const next = yield ctx.df.callActivity("add", { a: 1, b: 1 });
  return { eventWon: winner === event, next: shape(next) };
});

/** All members retry and succeed in the end: Task.all without a failure. */
df.app.orchestration("allRetrySucceed", function* (ctx) {
  const { fails } = ctx.df.getInput() as Any;
  const tasks = (fails as number[]).map((failTimes, k) =>
    ctx.df.callActivityWithRetry("flaky", new df.RetryOptions(100 + 70 * k, 5), {
      key: `${ctx.df.instanceId}/${k}`,
      failTimes,
    }),
  );
  const results = yield ctx.df.Task.all(tasks);
  const next = yield ctx.df.callActivity("add", { a: 1, b: 1 });
  return { results, next: shape(next) };
});
