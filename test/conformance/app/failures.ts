/* eslint-disable require-yield */
import * as df from "durable-functions";
import { raise } from "./activities.ts";

type Any = any; // inputs are what the cases say they are

function describe(e: Any): unknown {
  return {
    isError: e instanceof Error,
    ctor: e?.constructor?.name,
    name: e?.name,
    message: e?.message,
    hasCause: e?.cause !== undefined,
  };
}

df.app.orchestration("catchActivity", function* (ctx) {
  try {
    yield ctx.df.callActivity("thrower", ctx.df.getInput());
    return "not thrown";
  } catch (e) {
    return describe(e);
  }
});

df.app.orchestration("uncaughtActivity", function* (ctx) {
  return yield ctx.df.callActivity("thrower", ctx.df.getInput());
});

df.app.orchestration("throwing", function* (ctx) {
  raise(ctx.df.getInput() as string);
});

df.app.orchestration("catchSub", function* (ctx) {
  const { child, input } = ctx.df.getInput() as Any;
  try {
    yield ctx.df.callSubOrchestrator(child, input);
    return "not thrown";
  } catch (e) {
    return describe(e);
  }
});

df.app.orchestration("unknownActivity", function* (ctx) {
  try {
    return yield ctx.df.callActivity("noSuchActivity", 1);
  } catch (e) {
    return describe(e);
  }
});

df.app.orchestration("unknownSub", function* (ctx) {
  try {
    return yield ctx.df.callSubOrchestrator("noSuchOrchestration", 1);
  } catch (e) {
    return describe(e);
  }
});

let flip = 0;
/** Takes another path on every replay. */
df.app.orchestration("nonDeterministic", function* (ctx) {
  const mode = (ctx.df.getInput() as Any)?.mode ?? "name";
  const n = flip++;
  if (mode === "name") yield ctx.df.callActivity(n % 2 === 0 ? "echo" : "shapeOf", {});
  else if (mode === "kind") {
    if (n % 2 === 0) yield ctx.df.callActivity("echo", {});
    else yield ctx.df.createTimer(new Date(ctx.df.currentUtcDateTime.getTime() + 50));
  } else if (n % 2 === 0) yield ctx.df.callActivity("echo", {}); // mode 'missing': nothing scheduled on replay
  return "done";
});
