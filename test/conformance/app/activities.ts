import * as df from "durable-functions";

type Any = any; // inputs are what the cases say they are

const attempts = new Map<string, number>();
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What a value looks like on the JS side, in JSON-safe form. */
export function shape(value: unknown): { type: string; value?: unknown } {
  if (value === undefined) return { type: "undefined" };
  if (value === null) return { type: "null" };
  if (Array.isArray(value)) return { type: "array", value };
  if (value instanceof Date) return { type: "Date", value: value.toISOString() };
  return { type: typeof value, value };
}

df.app.activity("add", {
  handler: async (input: Any) => {
    if (input.ms) await sleep(input.ms);
    return input.a + input.b;
  },
});

df.app.activity("echo", { handler: (input: unknown) => input });

df.app.activity("shapeOf", { handler: (input: unknown) => shape(input) });

df.app.activity("wait", {
  handler: async (input: Any) => {
    await sleep(input.ms);
    return input.value ?? null;
  },
});

/** Fails the first `failTimes` runs of its `key`. */
df.app.activity("flaky", {
  handler: async (input: Any) => {
    if (input.ms) await sleep(input.ms);
    const n = (attempts.get(input.key) ?? 0) + 1;
    attempts.set(input.key, n);
    if (n <= input.failTimes) throw new Error(`boom ${n}`);
    return `ok after ${n}`;
  },
});

/** Returns a value JSON cannot describe by itself. */
df.app.activity("produce", {
  handler: (kind: string) => {
    const values: Record<string, unknown> = {
      undefined: undefined,
      null: null,
      true: true,
      false: false,
      zero: 0,
      int: 5,
      float: 1.5,
      string: "abc",
      empty: "",
      digits: "123",
      jsonText: '{"a":1}',
      array: [1, "x", null],
      object: { a: 1, b: null },
      date: new Date(0),
      isoText: "2020-01-02T03:04:05.678Z",
      buffer: Buffer.from("abc"),
      unicode: "é€😀",
    };
    return values[kind];
  },
});

class CustomError extends Error {
  code = "E_CUSTOM";
  constructor(message: string) {
    super(message);
    this.name = "CustomError";
  }
}

/** Throws what its name says. */
export function raise(kind: string): never {
  if (kind === "error") throw new Error("plain error");
  if (kind === "cause") throw new Error("outer", { cause: new Error("inner") });
  if (kind === "custom") throw new CustomError("custom error");
  if (kind === "multiline") throw new Error("line one\nline two");
  if (kind === "empty") throw new Error("");
  if (kind === "string") throw "just a string";
  if (kind === "object") throw { code: 42, message: "from object" };
  if (kind === "undefined") throw undefined;
  throw new Error(`unknown kind ${kind}`);
}

df.app.activity("thrower", { handler: (kind: string) => raise(kind) });
