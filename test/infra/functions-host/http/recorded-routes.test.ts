import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendRaw, startFront } from "./front-bench.ts";

interface RouteSet {
  set: string;
  functions: { name: string; route: string; methods: string[] }[];
}

interface Recorded {
  set: string;
  method: string;
  path: string;
  status: number;
  matched: string | null;
  params: Record<string, string | null> | null;
}

const file = join(import.meta.dirname, "../../../conformance/recorded/routes.jsonl");
const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as RouteSet | Recorded);
const sets = lines.filter((line): line is RouteSet => "functions" in line);
const requests = lines.filter((line): line is Recorded => "path" in line);

describe.each(sets)("the recorded routes of set $set", ({ set, functions }) => {
  let front: Awaited<ReturnType<typeof startFront>>;

  beforeAll(async () => {
    front = await startFront({
      functions,
      invoke: (fn, call) => {
        const body = Buffer.from(JSON.stringify({ matched: fn.name, params: paramsOf(call.data) }));
        const http = { statusCode: "200", body: { bytes: body } };
        return Promise.resolve({ returnValue: { http }, outputData: [] });
      },
    });
  });
  afterAll(() => front.stop());

  it.each(requests.filter((request) => request.set === set))(
    "answer $method $path as the official router does",
    async ({ method, path, status, matched, params }) => {
      const request = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;

      const [head = "", body = ""] = (await sendRaw(front.port, request)).split("\r\n\r\n");

      expect(head.split(" ")[1]).toBe(String(status));
      const text = Buffer.from(body, "latin1").toString("utf8");
      if (matched !== null) expect(JSON.parse(text)).toEqual({ matched, params });
    },
  );
});

function paramsOf(data: object): Record<string, string | null> {
  const { http } = data as { http: { nullableParams: Record<string, { value?: string }> } };
  return Object.fromEntries(
    Object.entries(http.nullableParams).map(([name, { value = null }]) => [name, value]),
  );
}
