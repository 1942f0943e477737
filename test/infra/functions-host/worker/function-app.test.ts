import { app, output } from "@azure/functions";
import * as df from "durable-functions";
import { describe, expect, it } from "vitest";
import { loadRegistered, triggerInput } from "./load-registered.ts";

describe("registration", () => {
  it("shows the raw bindings of what the app registered, by lower-case name", async () => {
    const { app: loaded } = await loadRegistered(() => {
      app.storageQueue("Work", { queueName: "%QUEUE%", connection: "", handler: () => undefined });
      app.get("hello", () => ({ body: "hi" }));
    });

    expect([...loaded.functions.keys()]).toEqual(["work", "hello"]);
    expect(loaded.functions.get("work")).toMatchObject({
      name: "Work",
      trigger: { type: "queueTrigger", direction: "in", queueName: "%QUEUE%" },
    });
    expect(loaded.functions.get("hello")?.bindings["$return"]).toMatchObject({
      type: "http",
      direction: "out",
    });
  });

  it("takes the durable library's registrations", async () => {
    const { app: loaded } = await loadRegistered(() => {
      df.app.orchestration("flow", function* (context) {
        return yield context.df.callActivity("step");
      });
      df.app.activity("step", { handler: () => 1 });
    });

    expect(loaded.functions.get("flow")?.trigger.type).toBe("orchestrationTrigger");
    expect(loaded.functions.get("step")?.trigger.type).toBe("activityTrigger");
  });

  it("is refused once the app has started", async () => {
    await loadRegistered(() => {
      app.get("early", () => ({}));
    });

    expect(() => {
      app.get("late", () => ({}));
    }).toThrow("only be registered during app startup");
  });

  it("is refused for a name that is taken in any case", async () => {
    const start = loadRegistered(() => {
      app.get("twice", () => ({}));
      app.get("Twice", () => ({}));
    });

    await expect(start).rejects.toThrow('"Twice" has already been registered');
  });

  it("asks the library for its capabilities", async () => {
    const { app: loaded } = await loadRegistered(() => {
      app.get("hello", () => ({}));
    });

    expect(loaded.capabilities).toMatchObject({ RawHttpBodyBytes: "true" });
  });
});

describe("an invocation", () => {
  it("parses a string as JSON where it can and returns the answer as typed data", async () => {
    const { app: loaded } = await loadRegistered(() => {
      app.storageQueue("work", {
        queueName: "q",
        connection: "",
        handler: (message, context) => ({
          message,
          count: context.triggerMetadata?.["dequeueCount"],
        }),
      });
    });
    const fn = loaded.functions.get("work");

    const answer = await loaded.invoke("WORK", {
      inputData: triggerInput(fn, { string: '{"a":1}' }),
      triggerMetadata: { DequeueCount: { int: 2 } },
    });

    expect(JSON.parse(answer.returnValue!.json!)).toEqual({ message: { a: 1 }, count: 2 });
  });

  it("carries extra outputs under their binding names", async () => {
    const blob = output.storageBlob({ path: "a/b", connection: "" });
    const { app: loaded } = await loadRegistered(() => {
      app.timer("tick", {
        schedule: "0 * * * * *",
        extraOutputs: [blob],
        handler: (_timer, context) => {
          context.extraOutputs.set(blob, Buffer.from("x"));
        },
      });
    });

    const answer = await loaded.invoke("tick", {
      inputData: triggerInput(loaded.functions.get("tick"), { json: "{}" }),
    });

    expect(answer.outputData).toEqual([{ name: blob.name, data: { bytes: Buffer.from("x") } }]);
  });

  it("throws what the app threw", async () => {
    const { app: loaded } = await loadRegistered(() => {
      app.get("bad", () => {
        throw new Error("no luck");
      });
    });
    const http = { method: "GET", url: "http://localhost/api/bad" };

    const answer = loaded.invoke("bad", {
      inputData: triggerInput(loaded.functions.get("bad"), { http }),
    });

    await expect(answer).rejects.toThrow("no luck");
  });

  it("warns about log calls after completion", async () => {
    let late: (() => void) | undefined;
    const { app: loaded, lines } = await loadRegistered(() => {
      app.timer("tick", {
        schedule: "0 * * * * *",
        handler: (_timer, context) => {
          context.log("in time");
          late = () => {
            context.warn("too late");
          };
        },
      });
    });
    await loaded.invoke("tick", {
      inputData: triggerInput(loaded.functions.get("tick"), { json: "{}" }),
    });

    late!();

    expect(lines[0]).toBe("information Function.tick.User in time");
    expect(lines[1]).toContain("Unexpected call to 'log'");
    expect(lines[2]).toBe("warning Function.tick.User too late");
  });
});
