import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalApp, startLocalApp } from "../../../../infra/local/local-app.ts";
import { rawHttp } from "../../../support/raw-http.ts";
import { aDocument } from "../../test-shell.ts";

const offers = "/api/publishers/contoso/offers";
const version = "api-version=2017-10-31";
const document = JSON.stringify(aDocument());

let app: LocalApp;
let token: string;
const complaints: string[] = [];

beforeAll(async () => {
  app = await startLocalApp({
    folder: undefined,
    port: 0,
    process: "2018-01",
    log: (level, category, text) => void (level === "error" && complaints.push(category + text)),
  });
  token = await app.tokens.of("contoso-owner");
  expect((await send("PUT", `${offers}/app?${version}`, document)).status).toBe(200);
  expect((await send("PUT", `${offers}/mail?${version}`, document)).status).toBe(200);
});
afterAll(async () => {
  await (app as LocalApp | undefined)?.stop();
});

const send = (
  method: string,
  target: string,
  body?: string | Uint8Array,
  more: Record<string, string> = {},
) => {
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
    ...more,
  };
  if (headers["content-length"] === "") delete headers["content-length"];
  return rawHttp(app.url, target, { method, headers, ...(body !== undefined && { body }) });
};

const names = [
  "..",
  ".",
  "%2e%2e",
  "%2e",
  "..%2f..%2ffabrikam",
  "%2e%2e%2fmail",
  "mail%2f..%2fapp",
  "app%2fdraft.json",
  "%2f",
  "%5c",
  "..%5cmail",
  "app%00",
  "%00",
  "app%0a",
  "app%20",
  "app%3fx",
  "app%23",
  "app;x=1",
  "app'",
  "app%22",
  "%ff",
  "%c0%ae%c0%ae",
  "%F0%9F%98%80",
  "%E2%80%AE",
  "e%CC%81",
  "App",
  "APP",
  "app.",
  "-app",
  "__proto__",
  "%5f%5fproto%5f%5f",
  "{offerId}",
  "*",
  "$app",
  "a".repeat(51),
  "a".repeat(5000),
  "%61".repeat(3000),
];
// What they lead to where dots are resolved: lists and publishers that are there.
const climbing = new Set(["..", ".", "%2e%2e", "%2e"]);

describe.each(["GET", "PUT"])("%s of an offer with a tricky name", (method) => {
  it.each(names.filter((name) => !climbing.has(name)).map((name) => [name.slice(0, 40), name]))(
    "%s is refused clearly",
    async (_, name) => {
      const answer = await send(
        method,
        `${offers}/${name}?${version}`,
        method === "PUT" ? document : undefined,
      );

      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
      expect(answer.status, answer.text).toBeLessThan(500);
      if (answer.text !== "") expect(JSON.parse(answer.text).error.message).toMatch(/.{20}/);
    },
  );
});

it.each(names.map((name) => [name.slice(0, 40), name]))(
  "no publisher called %s lets anybody through to one of the others",
  async (_, name) => {
    for (const path of [
      `/api/publishers/${name}/offers`,
      `/api/publishers/${name}/fabrikam/offers/app`,
    ]) {
      const answer = await send("GET", `${path}?${version}`);

      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
      expect(answer.status, answer.text).toBeLessThan(500);
    }
  },
);

it.each([
  ["/api/publishers/contoso/offers/../../fabrikam/offers/app", 403],
  ["/api/publishers/contoso/offers/%2e%2e/%2e%2e/fabrikam/offers/app", 403],
  ["/api/publishers/contoso/%2e%2e/fabrikam/offers", 403],
  ["/api/publishers/contoso%2foffers%2fapp", 400],
  ["/api/publishers//offers/app", 404],
  ["/api/publishers/contoso/offers//app", 404],
  ["/api/operations/contoso$app$1$..%2f", 400],
  ["/api/operations/fabrikam$app$1$preview", 403],
  ["/api/operations/contoso$app$1$preview$more", 400],
  ["/api/publishers/contoso/offers/app/operations/..%2fstatus", 404],
  ["/api/publishers/contoso/offers/app/slot/%00", 400],
  ["/api/publishers/contoso/offers/app/versions/1e1", 400],
  ["/api/publishers/contoso/offers/app/versions/-1", 400],
  ["/api/publishers/contoso/offers/app/versions/99999999999999999999", 400],
])("%s is answered %d", async (path, status) => {
  const answer = await send("GET", `${path}?${version}`);
  expect(answer.status, answer.text).toBe(status);
});

it.each([
  [`${version}&${version}`, 400, "InvalidAPIVersion"],
  ["api-version=2017-10-31%00", 400, "InvalidAPIVersion"],
  [`${version}&top=0`, 400, "InvalidRequest"],
  [`${version}&top=1e3`, 400, "InvalidRequest"],
  [`${version}&top=5&page=..%2f..`, 400, "InvalidRequest"],
  [`${version}&top=5&page=${"A".repeat(2000)}`, 400, "InvalidRequest"],
])("a list asked for with %s is answered %d", async (query, status, code) => {
  const answer = await send("GET", `${offers}?${query}`);
  expect([answer.status, JSON.parse(answer.text).error.code], answer.text).toEqual([status, code]);
});

it("a page that no list ever gave is refused, or begins nowhere else", async () => {
  for (const page of ["A", "eyJuIjoxfQ==", "null", "contoso", "e30="]) {
    const answer = await send("GET", `${offers}?${version}&top=5&page=${page}`);
    expect(answer.status, `${page} ${answer.text}`).toBeLessThan(500);
  }
});

it.each(['"', "W/", "*,*", "x".repeat(3000), '"a","b"', "\u00ff"])(
  "If-Match: %s never matches by accident",
  async (etag) => {
    const answer = await send("PUT", `${offers}/app?${version}`, document, { "if-match": etag });
    expect(answer.status, answer.text).toBe(412);
  },
);

it("refuses a body by its declared length alone", async () => {
  const answer = await send("PUT", `${offers}/app?${version}`, "x".repeat(1_048_577));

  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.text).error).toMatchObject({ code: "RequestTooLarge", target: "body" });
});

it("a body that is sent in chunks is taken, or refused clearly", async () => {
  const { status, text } = await send("PUT", `${offers}/app?${version}`, document, {
    "content-length": "",
    "transfer-encoding": "chunked",
  });
  if (status !== 200) expect(JSON.parse(text).error.message).toMatch(/.{20}/);
  expect([200, 400]).toContain(status);
});

it("an offer may be called what objects of this language have inside", async () => {
  const target = `${offers}/constructor?${version}`;
  expect((await send("GET", target)).status).toBe(404);
  expect((await send("PUT", target, document)).status).toBe(200);
  expect(JSON.parse((await send("GET", target)).text).id).toBe("constructor");
});

it("nothing of all this was a failure of ours", () => {
  expect(complaints).toEqual([]);
});
