import { describe, expect, it } from "vitest";
import {
  FunctionTimeout,
  Invoker,
} from "../../../../infra/local/functions-host/invocations/invoker.ts";
import { parseHostJson } from "../../../../infra/local/functions-host/settings/host-json.ts";
import { Settings } from "../../../../infra/local/functions-host/settings/settings.ts";
import type {
  Binding,
  InvocationAnswer,
} from "../../../../infra/local/functions-host/worker/function-app.ts";
import { recordLog } from "../record-log.ts";

const trigger: Binding = { name: "t", type: "httpTrigger", direction: "in" };

function invoker(timeout: string, answer: Promise<InvocationAnswer>) {
  const { log, lines } = recordLog();
  const settings = new Settings({});
  const made = new Invoker({
    app: { functions: new Map(), invoke: () => answer },
    hostJson: parseHostJson({ version: "2.0", functionTimeout: timeout }, settings),
    settings,
    log,
    now: () => new Date(),
    durableClient: () => "null",
  });
  return { invoker: made, lines };
}

const never = new Promise<InvocationAnswer>(() => undefined);
const fn = { name: "f", bindings: { t: trigger }, trigger };

describe("an invocation", () => {
  it("that takes longer than functionTimeout is given up, loudly", async () => {
    const { invoker: made, lines } = invoker("00:00:00.020", never);

    await expect(made.run(fn, { inputData: [] })).rejects.toThrow(FunctionTimeout);
    expect(lines[0]).toContain("critical Function.f Timeout value of 20 ms exceeded");
  });

  it("is given up when its caller has gone", async () => {
    const { invoker: made } = invoker("-1", never);
    const caller = new AbortController();

    const run = made.run(fn, { inputData: [] }, caller.signal);
    caller.abort(new Error("gone"));

    await expect(run).rejects.toThrow("gone");
  });

  it("answers HTTP from an http output of any name", async () => {
    const http = { statusCode: "201" };
    const answer = { outputData: [{ name: "res", data: { http } }] };
    const { invoker: made } = invoker("-1", Promise.resolve(answer));
    const res: Binding = { name: "res", type: "http", direction: "out" };

    const run = await made.run({ ...fn, bindings: { t: trigger, res } }, { inputData: [] });

    expect(run.returnValue).toEqual({ http });
  });
});
