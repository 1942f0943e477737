import { describe, expect, it } from "vitest";
import {
  bindingData,
  fillTokens,
} from "../../../../infra/local/functions-host/invocations/binding-data.ts";
import type { Invocation } from "../../../../infra/local/functions-host/worker/function-app.ts";

const now = new Date("2026-01-02T03:04:05.678Z");

function fill(text: string, call: Partial<Invocation>): string {
  return fillTokens(text, bindingData({ inputData: [], ...call }), now);
}

describe("a token in a binding", () => {
  it("stands for the trigger's metadata, whatever its case", () => {
    const triggerMetadata = { queueTrigger: { string: "a" }, dequeueCount: { int: 3 } };

    expect(fill("x/{QueueTrigger}-{dequeueCount}", { triggerMetadata })).toBe("x/a-3");
  });

  it("stands for a property of the message, also a deeper one", () => {
    const inputData = [{ name: "m", data: { string: '{"id":7,"by":{"name":"b"}}' } }];

    expect(fill("{id}/{by.name}", { inputData })).toBe("7/b");
  });

  it("stands for a route or query parameter, or a property of the body", () => {
    const http = {
      nullableParams: { offer: { value: "o" } },
      nullableQuery: { page: { value: "2" } },
      body: { bytes: Buffer.from('{"kind":"k"}') },
    };

    expect(
      fill("{offer}/{query.page}/{kind}", { inputData: [{ name: "r", data: { http } }] }),
    ).toBe("o/2/k");
  });

  it("may be made up by the host", () => {
    expect(fill("{rand-guid}", {})).toMatch(/^[0-9a-f-]{36}$/);
    expect(fill("{DateTime}", {})).toBe("2026-01-02T03-04-05Z");
    expect(fill("{sys.utcnow}", {})).toBe("2026-01-02T03:04:05.678Z");
  });

  it("that stands for nothing is an error that names it", () => {
    expect(() => fill("x/{missing}", {})).toThrow("'missing'");
  });
});
