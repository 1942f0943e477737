/* eslint-disable require-yield */
import * as df from "durable-functions";
import { shape } from "./activities.ts";

type Any = any; // inputs are what the cases say they are

df.app.orchestration("activityInputs", function* (ctx) {
  const out: unknown[] = [];
  const values = [
    true,
    false,
    0,
    5,
    -1.5,
    1e21,
    null,
    undefined,
    "abc",
    "",
    "123",
    "true",
    "null",
    '{"a":1}',
    '"q"',
    "é€😀",
    "2020-01-02T03:04:05.678Z",
    [1, "x", null],
    [],
    { a: 1, b: null, c: { d: true } },
    {},
    { when: "2020-01-02T03:04:05.678Z" },
    new Date(0),
  ];
  for (const value of values)
    out.push({ sent: shape(value), seen: yield ctx.df.callActivity("shapeOf", value) });
  return out;
});

df.app.orchestration("activityOutputs", function* (ctx) {
  const out: unknown[] = [];
  const kinds = [
    "undefined",
    "null",
    "true",
    "false",
    "zero",
    "int",
    "float",
    "string",
    "empty",
    "digits",
    "jsonText",
    "array",
    "object",
    "date",
    "isoText",
    "buffer",
    "unicode",
  ];
  for (const kind of kinds)
    out.push({ kind, seen: shape(yield ctx.df.callActivity("produce", kind)) });
  return out;
});

df.app.orchestration("echoInput", function* (ctx) {
  return shape(ctx.df.getInput());
});

df.app.orchestration("subInputs", function* (ctx) {
  const out: unknown[] = [];
  for (const value of [true, 0, 5, null, undefined, "abc", "", "123", [1], { a: 1 }]) {
    out.push({ sent: shape(value), seen: yield ctx.df.callSubOrchestrator("echoInput", value) });
  }
  return out;
});

/** Returns the given kind of output. */
df.app.orchestration("outputs", function* (ctx) {
  const kinds: Record<string, unknown> = {
    undefined: undefined,
    null: null,
    false: false,
    zero: 0,
    empty: "",
    string: "abc",
    digits: "123",
    array: [1],
    object: { a: null },
    isoText: "2020-01-02T03:04:05.678Z",
  };
  return kinds[ctx.df.getInput() as string];
});

/** Continues as new once with `value` (or undefined when absent) and reports what arrives. */
df.app.orchestration("continueWith", function* (ctx) {
  const input = ctx.df.getInput() as Any;
  if (input?.first) {
    ctx.df.continueAsNew(input.value);
    return;
  }
  const echoed = yield ctx.df.callActivity("shapeOf", input);
  return { input: shape(input), passedOn: echoed };
});

df.app.orchestration("status", function* (ctx) {
  const { value, size } = ctx.df.getInput() as Any;
  ctx.df.setCustomStatus(size === undefined ? value : "x".repeat(size));
  yield ctx.df.callActivity("echo", 1);
  return "done";
});

df.app.orchestration("statusCleared", function* (ctx) {
  ctx.df.setCustomStatus({ step: 1 });
  yield ctx.df.callActivity("echo", 1);
  ctx.df.setCustomStatus(null);
  yield ctx.df.callActivity("echo", 2);
  return "done";
});

df.app.orchestration("bigPayload", function* (ctx) {
  const { size } = ctx.df.getInput() as Any;
  const text = (yield ctx.df.callActivity("echo", "x".repeat(size))) as string;
  return { length: text.length };
});
