import { describe, expect, it } from "vitest";
import {
  messageTexts,
  outputValues,
} from "../../../../infra/local/functions-host/invocations/outputs.ts";
import type {
  Binding,
  RegisteredFunction,
} from "../../../../infra/local/functions-host/worker/function-app.ts";

const trigger: Binding = { name: "t", type: "queueTrigger", direction: "in" };
const queue: Binding = { name: "q", type: "queue", direction: "out", queueName: "q" };

function withOutputs(bindings: Record<string, Binding>): RegisteredFunction {
  return { name: "f", bindings: { t: trigger, ...bindings }, trigger };
}

describe("the value of an output", () => {
  it("is what was returned, for the return binding", () => {
    const fn = withOutputs({ $return: { ...queue, name: "elsewhere" } });

    const values = outputValues(fn, { returnValue: { string: "r" }, outputData: [] });

    expect(values.get("$return")).toEqual({ string: "r" });
  });

  it("is a member of the returned object when nothing else returns", () => {
    const fn = withOutputs({ q: queue });

    const values = outputValues(fn, {
      returnValue: { json: '{"q":["a"],"t":"not an output"}' },
      outputData: [],
    });

    expect([...values]).toEqual([["q", { json: '["a"]' }]]);
  });

  it("is what was set on the context, before any returned member", () => {
    const fn = withOutputs({ q: queue });

    const values = outputValues(fn, {
      returnValue: { json: '{"q":"returned"}' },
      outputData: [{ name: "q", data: { string: "set" } }],
    });

    expect(values.get("q")).toEqual({ string: "set" });
  });
});

describe("the messages of a queue output", () => {
  it.each([
    [{ string: "[1,2]" }, ["[1,2]"]],
    [{ json: '["a",{"b":1},2]' }, ["a", '{"b":1}', "2"]],
    [{ json: '{"a":1}' }, ['{"a":1}']],
    [{ json: "[]" }, []],
    [{ int: 5 }, ["5"]],
    [{ bytes: Buffer.from("é") }, ["é"]],
  ])("%j are %j", (value, texts) => {
    expect(messageTexts(value)).toEqual(texts);
  });
});
