import * as df from "durable-functions";

type Any = any; // inputs are what the cases say they are

df.app.orchestration("clock", function* (ctx) {
  const seen: number[] = [];
  const mark = () => seen.push(ctx.df.currentUtcDateTime.getTime());
  mark();
  mark();
  const first = yield ctx.df.callActivity("wait", { ms: 100, value: seen[0] }); // the clock of the first episode
  mark();
  yield ctx.df.createTimer(new Date(ctx.df.currentUtcDateTime.getTime() + 200));
  mark();
  return {
    sameBeforeYield: seen[0] === seen[1],
    stableOnReplay: first === seen[0],
    grewAfterActivity: seen[2]! - seen[0]! >= 100,
    grewAfterTimer: seen[3]! - seen[2]! >= 200,
  };
});

df.app.orchestration("guids", function* (ctx) {
  const a = ctx.df.newGuid("x");
  const b = ctx.df.newGuid("x");
  const first = yield ctx.df.callActivity("echo", a); // the value of the first episode
  const c = ctx.df.newGuid("x");
  return { distinct: new Set([a, b, c]).size, stableOnReplay: first === a };
});

/** isReplaying as seen at each step of the last episode. */
df.app.orchestration("replayFlags", function* (ctx) {
  const flags = [ctx.df.isReplaying];
  yield ctx.df.callActivity("echo", 1);
  flags.push(ctx.df.isReplaying);
  yield ctx.df.createTimer(new Date(ctx.df.currentUtcDateTime.getTime() + 50));
  flags.push(ctx.df.isReplaying);
  yield ctx.df.waitForExternalEvent("E");
  flags.push(ctx.df.isReplaying);
  return flags;
});

df.app.orchestration("pastTimer", function* (ctx) {
  yield ctx.df.createTimer(new Date(ctx.df.currentUtcDateTime.getTime() - 5000));
  return "done";
});

/** Parent with a child that waits for an event. */
df.app.orchestration("waitingParent", function* (ctx) {
  return yield ctx.df.callSubOrchestrator("caseSensitive", null, `${ctx.df.instanceId}-kid`);
});

df.app.orchestration("catchWaitingSub", function* (ctx) {
  try {
    return yield ctx.df.callSubOrchestrator("caseSensitive", null, `${ctx.df.instanceId}-kid`);
  } catch (e: Any) {
    return { caught: e.message };
  }
});

df.app.orchestration("rewindable", function* (ctx) {
  const a = yield ctx.df.callActivity("echo", "first");
  const b = yield ctx.df.callActivity("flaky", { key: ctx.df.instanceId, failTimes: 1 });
  return { a, b };
});

df.app.orchestration("callsHttp", function* (ctx) {
  const { url } = ctx.df.getInput() as Any;
  try {
    const response = (yield ctx.df.callHttp({ method: "GET", url })) as Any;
    return { status: response.statusCode, content: response.content };
  } catch (e: Any) {
    return { caught: e.message.split("\n")[0] };
  }
});
