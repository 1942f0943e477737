import { afterAll, beforeAll, expect, it } from "vitest";
import { type LocalApp, startLocalApp } from "../../../infra/local/local-app.ts";
import { loadCases, offerIdFor } from "./load-cases.ts";
import { localServer } from "./local-server.ts";
import { runCase } from "./running/run-case.ts";
import type { ServerUnderTest } from "./running/server-under-test.ts";

const cases = await loadCases();
let app: LocalApp;
let server: ServerUnderTest;
const complaints: string[] = [];

beforeAll(async () => {
  app = await startLocalApp({
    folder: undefined,
    port: 0,
    process: "2018-01",
    log: (level, category, text) => void (level === "error" && complaints.push(category + text)),
  });
  server = await localServer(app, "cpp");
}, 180_000);
afterAll(async () => {
  await (app as LocalApp | undefined)?.stop();
});

// Longer than a case waits itself, so that it is the case that says what did not come.
it.each(cases)("$name: $story.title", { timeout: 330_000 }, async ({ name, story }) => {
  const verdict = await runCase(server, story, offerIdFor(server.offerPrefix, name));

  expect(verdict).toEqual({ outcome: "passed", faults: [], skipped: [] });
});

it("no request of all these was a failure of the server's own", () => {
  expect(complaints).toEqual([]);
});
