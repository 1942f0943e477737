import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LocalApp, startLocalApp } from "../../../infra/local/local-app.ts";
import { loadCases, offerIdFor } from "./load-cases.ts";
import { localServer } from "./local-server.ts";
import { runCase } from "./running/run-case.ts";
import type { ServerUnderTest } from "./running/server-under-test.ts";
import { faults, type Spoil } from "./spoiled-answers.ts";

/** Longer than a case waits itself, so that it is the case that says what did not come. */
const long = 330_000;
const cases = new Map((await loadCases()).map(({ name, story }) => [name, story]));
let app: LocalApp;
let server: ServerUnderTest;
let proxy: Server;
let spoil: Spoil;

/** Passes everything on to the app, and spoils the answers. */
beforeAll(async () => {
  app = await startLocalApp({
    folder: undefined,
    port: 0,
    process: "2018-01",
    log: () => undefined,
  });
  proxy = createServer(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { "content-type": type, authorization, "if-match": ifMatch } = request.headers;
    const answer = await fetch(app.url + url, {
      method,
      headers: {
        ...(type && { "content-type": type }),
        ...(authorization && { authorization }),
        ...(ifMatch && { "if-match": ifMatch }),
      },
      ...(method !== "GET" && { body: Buffer.concat(chunks) }),
    });
    const own = ["content-length", "transfer-encoding", "connection"];
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !own.includes(name)));
    const passed = { status: answer.status, headers, text: await answer.text() };
    spoil(passed, { method, path: url.split("?")[0]! });
    response.writeHead(passed.status, passed.headers).end(passed.text);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const real = await localServer(app, "bites");
  server = { ...real, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` };
}, 180_000);
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await (app as LocalApp | undefined)?.stop();
});

it.each(faults)(
  "a server with %s does not pass %s",
  { timeout: long },
  async (what, name, said, spoiled) => {
    spoil = spoiled;

    const offer = offerIdFor(`b${String(faults.findIndex(([one]) => one === what))}`, name);
    const verdict = await runCase(server, cases.get(name)!, offer);

    expect(verdict.outcome).toBe("failed");
    expect(verdict.faults[0]).toMatch(said);
  },
);

it("through the same hands but unspoiled, a case passes", { timeout: long }, async () => {
  spoil = () => undefined;

  const verdict = await runCase(server, cases.get("publish/accepted")!, "unspoiled");

  expect(verdict).toEqual({ outcome: "passed", faults: [], skipped: [] });
});

it("a case that needs what is not there is skipped and says so", { timeout: long }, async () => {
  const { url, publisher, foreignPublisher, offerPrefix, token, documentFor } = server;
  const bare = { url, publisher, foreignPublisher, offerPrefix, token };

  expect(await runCase(bare, cases.get("publish/accepted")!, "bare")).toMatchObject({
    outcome: "skipped",
    skipped: ["the whole case needs: document"],
  });
  const { skipped } = await runCase(
    { ...bare, ...(documentFor && { documentFor }) },
    cases.get("golive/to-live")!,
    "unreviewed",
  );
  expect(skipped.join()).toMatch(/^needs reviewer: .*approve/);
});
