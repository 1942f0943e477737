import * as df from "durable-functions";
import { shape } from "./activities.ts";

type Any = any; // inputs are what the cases say they are

/** Busy for `ms`, then waits for event E `n` times. */
df.app.orchestration("events", function* (ctx) {
  const { ms, n } = ctx.df.getInput() as Any;
  yield ctx.df.callActivity("wait", { ms });
  const out: unknown[] = [];
  for (let k = 0; k < n; k++) out.push(shape(yield ctx.df.waitForExternalEvent("E")));
  return out;
});

/** Two listeners for the same name at once. */
df.app.orchestration("twoListeners", function* (ctx) {
  const first = ctx.df.waitForExternalEvent("E");
  const second = ctx.df.waitForExternalEvent("E");
  const results = yield ctx.df.Task.all([first, second]);
  const next = yield ctx.df.callActivity("echo", "next");
  return { results, next };
});

df.app.orchestration("caseSensitive", function* (ctx) {
  const value = yield ctx.df.waitForExternalEvent("Approve");
  const next = yield ctx.df.callActivity("echo", "next");
  return { value, next };
});

/** Collects one event per generation; continue-as-new in between. */
df.app.orchestration("collector", function* (ctx) {
  const { got, want, ms } = ctx.df.getInput() as Any;
  if (ms) yield ctx.df.callActivity("wait", { ms });
  const value = yield ctx.df.waitForExternalEvent("E");
  const all = [...got, value];
  if (all.length < want) {
    ctx.df.continueAsNew({ got: all, want, ms });
    return;
  }
  return all;
});

/** Two different events raced; then the other one. */
df.app.orchestration("anyTwoEvents", function* (ctx) {
  const a = ctx.df.waitForExternalEvent("A");
  const b = ctx.df.waitForExternalEvent("B");
  const winner = yield ctx.df.Task.any([a, b]);
  const next = yield ctx.df.callActivity("echo", winner === a ? "A first" : "B first");
  const other = yield winner === a ? b : a;
  const last = yield ctx.df.callActivity("echo", "last");
  return { next, other, last };
});

/** Waits again for the name that lost: a second listener for A is added while the first is still open. */
df.app.orchestration("waitAgain", function* (ctx) {
  const a = ctx.df.waitForExternalEvent("A");
  const b = ctx.df.waitForExternalEvent("B");
  yield ctx.df.Task.any([a, b]);
  const again = yield ctx.df.waitForExternalEvent("A");
  const last = yield ctx.df.callActivity("echo", "last");
  return { again, last };
});
