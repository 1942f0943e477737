import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LocalApp, startLocalApp } from "../../../infra/local/local-app.ts";
import { loadCases, offerIdFor } from "./load-cases.ts";
import { localServer } from "./local-server.ts";
import { runCase } from "./running/run-case.ts";
import type { ServerUnderTest } from "./running/server-under-test.ts";

interface Passed {
  status: number;
  headers: Record<string, string>;
  text: string;
}
type Spoil = (answer: Passed, asked: { method: string; path: string }) => void;

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

const without =
  (header: string): Spoil =>
  (answer) => {
    const kept = Object.entries(answer.headers).filter(([name]) => name !== header);
    answer.headers = Object.fromEntries(kept);
  };
const reworded =
  (from: RegExp, to: string): Spoil =>
  (answer) =>
    void (answer.text = answer.text.replaceAll(from, to));
const answering =
  (at: RegExp, status: number, text?: string): Spoil =>
  (answer, { method, path }) => {
    if (!at.test(`${method} ${path}`)) return;
    answer.status = status;
    answer.text = text ?? answer.text;
  };

/** The fault, the case that must notice it, and what it must say. */
const faults: [string, string, RegExp, Spoil][] = [
  ["a Location missing", "publish/accepted", /: Location is missing/, without("location")],
  [
    "an Operation-Location missing",
    "publish/accepted",
    /: Operation-Location is missing/,
    without("operation-location"),
  ],
  [
    "an absolute Location",
    "publish/accepted",
    /: Location is "https:/,
    ({ headers }) => {
      if (headers["location"]) headers["location"] = `https://x${headers["location"]}`;
    },
  ],
  [
    "an empty body after go live",
    "golive/to-live",
    /^go live .*: \$ is missing/,
    answering(/golive$/, 202, ""),
  ],
  [
    "an empty body after cancel",
    "cancel/running",
    /^cancel .*: \$ is missing/,
    answering(/cancel$/, 202, ""),
  ],
  ["201 for a new offer", "offers/put", /: status 201, not 200/, answering(/^PUT/, 201)],
  ["an ETag missing", "offers/put", /: ETag is missing/, without("etag")],
  [
    "412 turned into 409",
    "offers/if-match",
    /: status 409, not 412/,
    (a) => void (a.status === 412 && (a.status = 409)),
  ],
  [
    "statuses in PascalCase",
    "publish/sign-off",
    /steps\[0\].status is "Complete"/,
    reworded(/"status":"complete"/g, '"status":"Complete"'),
  ],
  [
    "another id of sign-off",
    "publish/sign-off",
    /no entry like .*publisher-signoff/,
    reworded(/publisher-signoff/g, "sign-off"),
  ],
  [
    "times without a zone",
    "publish/sign-off",
    /timestamp is .*, not an RFC 3339 time/,
    reworded(/\d\dZ"/g, '"'),
  ],
  [
    "progress as text",
    "publish/sign-off",
    /progressPercentage is "100"/,
    reworded(/"progressPercentage":(\d+)/g, '"progressPercentage":"$1"'),
  ],
  ["another slot", "publish/accepted", /slot is "preview"/, reworded(/"staging"/g, '"preview"')],
  [
    "a list of one operation",
    "publish/accepted",
    /: \$ is \[.*, not an object/,
    (answer, { path }) => {
      if (/operations\/[^/]+$/.test(path)) answer.text = `[${answer.text}]`;
    },
  ],
  [
    "404 with a slash at the end",
    "publish/accepted",
    /slash at its end: status 404/,
    answering(/\/$/, 404),
  ],
  [
    "operations oldest first",
    "publish/again-after-failure",
    /publishingVersion is 1, not 2/,
    (answer, { path }) => {
      if (/submissions\/?$/.test(path))
        answer.text = JSON.stringify(JSON.parse(answer.text).reverse());
    },
  ],
  [
    "no versions in the message",
    "refusals/api-version",
    /error.message is .*, which does not match/,
    reworded(/\[2017-10-31\]/g, ""),
  ],
  [
    "no Message at the top",
    "refusals/no-token",
    /: \$.Message is missing/,
    reworded(/"Message"/g, '"message"'),
  ],
  [
    "404 for a foreign publisher",
    "refusals/foreign-publisher",
    /: status 404, not 403/,
    (a) => void (a.status = 404),
  ],
  [
    "404 for the preview of a draft",
    "offers/slots",
    /: status 404, not 200/,
    answering(/preview$/, 404),
  ],
];

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
