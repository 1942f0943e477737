import { app } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { loadRegistered, triggerInput } from "./load-registered.ts";

describe("hooks", () => {
  it("run around start, invocation and end, and may replace inputs and result", async () => {
    const seen: string[] = [];
    const { app: loaded } = await loadRegistered(() => {
      app.hook.appStart(() => void seen.push("start"));
      app.hook.appTerminate(() => void seen.push("terminate"));
      app.hook.preInvocation((context) => {
        context.inputs = [`${String(context.inputs[0])}!`];
        context.hookData["from"] = "pre";
      });
      app.hook.postInvocation((context) => {
        context.result = `${String(context.result)} by ${String(context.hookData["from"])}`;
      });
      app.storageQueue("work", { queueName: "q", connection: "", handler: (text) => text });
    });

    const answer = await loaded.invoke("work", {
      inputData: triggerInput(loaded.functions.get("work"), { string: "go" }),
    });
    await loaded.terminate();

    expect(answer.returnValue).toEqual({ string: "go! by pre" });
    expect(seen).toEqual(["start", "terminate"]);
  });

  it("may clear an error", async () => {
    const { app: loaded } = await loadRegistered(() => {
      app.hook.postInvocation((context) => {
        context.error = undefined;
        context.result = "saved";
      });
      app.storageQueue("work", {
        queueName: "q",
        connection: "",
        handler: () => {
          throw new Error("lost");
        },
      });
    });

    const answer = await loaded.invoke("work", {
      inputData: triggerInput(loaded.functions.get("work"), { string: "go" }),
    });

    expect(answer.returnValue).toEqual({ string: "saved" });
  });

  it("may rewrite what is logged", async () => {
    const { app: loaded, lines } = await loadRegistered(() => {
      app.hook.log((entry) => {
        entry.message = entry.message.replace("secret", "***");
      });
      app.timer("tick", {
        schedule: "0 * * * * *",
        handler: (_timer, context) => {
          context.log("the secret");
        },
      });
    });

    await loaded.invoke("tick", {
      inputData: triggerInput(loaded.functions.get("tick"), { json: "{}" }),
    });

    expect(lines).toContain("information Function.tick.User the ***");
  });

  it("of an unknown name are refused the way the library recognises", async () => {
    const { app: loaded } = await loadRegistered(() => {
      app.get("hello", () => ({}));
    });

    expect(() => loaded.registerHook("noSuchMoment", () => undefined)).toThrow(
      expect.objectContaining({ name: "RangeError", isAzureFunctionsSystemError: true }),
    );
  });
});
