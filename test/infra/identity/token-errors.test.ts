import { expect, it } from "vitest";
import { refusedRequests } from "./refused-requests.ts";
import { contoso, portal, runningIssuer, jsonOf } from "./running-issuer.ts";

const local = runningIssuer();
const v1 = "oauth2/token";
const v2 = "oauth2/v2.0/token";
const grant_type = "client_credentials";

it.each(refusedRequests)("refuses $what", async ({ path, fields, says, naming }) => {
  const answer = await local.post(path, fields);
  const body = await jsonOf(answer);
  expect(body).toEqual({
    error: expect.any(String),
    error_description: expect.stringContaining(naming),
    error_codes: [expect.any(Number)],
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
    trace_id: expect.stringMatching(/^[\da-f-]{36}$/),
    correlation_id: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  expect(`${answer.status} ${body.error} ${body.error_codes[0]}`).toBe(says);
  expect(body.error_description).toContain(`AADSTS${body.error_codes[0]}: `);
  expect(body.error_description).toContain(`Correlation ID: ${body.correlation_id}`);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect(answer.headers.has("www-authenticate")).toBe(answer.status === 401);
});

it("never repeats a secret", async () => {
  const fields = { ...contoso, client_secret: "hunter2-hunter2", grant_type, resource: portal };
  expect(await (await local.post(v1, fields)).text()).not.toContain("hunter2");
});

it("shows control characters of a request as question marks, and little of a long one", async () => {
  const body = await jsonOf(local.post(v2, { grant_type: `a\r\n\u202e${"x".repeat(5000)}` }));
  expect(body.error_description).toMatch(/'a\?\?\?x{116}'.*Use client_credentials/);
  expect(body.error_description.length).toBeLessThan(1000);
});

it("refuses a field that is there twice", async () => {
  const body = new URLSearchParams({ ...contoso, grant_type, resource: portal });
  body.append("resource", "https://graph.microsoft.com");
  const answer = await fetch(local.url(v1), { method: "POST", body });
  expect(answer.status).toBe(400);
  expect(await jsonOf(answer)).toMatchObject({
    error: "invalid_request",
    error_description: expect.stringContaining("'resource' is there twice"),
  });
});

it("finds no grant type in a body that is no form", async () => {
  const body = JSON.stringify({ ...contoso, grant_type, resource: portal });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(local.url(v1), { method: "POST", body, headers });
  expect(await jsonOf(answer)).toMatchObject({ error_codes: [900144] });
});

it("answers a form that is too long with 413", async () => {
  const answer = await local.post(v2, { grant_type, filler: "x".repeat(80_000) });
  expect(answer.status).toBe(413);
  expect(await jsonOf(answer)).toMatchObject({ error: "invalid_request" });
});

it("calls an unknown tenant of a token request an invalid request", async () => {
  const answer = await fetch(local.url(v1, "elsewhere.example"), { method: "POST" });
  expect(answer.status).toBe(400);
  expect(await jsonOf(answer)).toMatchObject({ error: "invalid_request", error_codes: [90002] });
});

it.each(["Basic", "Basic !", `Basic ${Buffer.from("no-colon").toString("base64")}`])(
  "does not take %j for a client",
  async (authorization) => {
    const answer = await local.post(v1, { grant_type, resource: portal }, { authorization });
    expect([400, 401]).toContain(answer.status);
    expect(await jsonOf(answer)).toHaveProperty("error_codes");
  },
);

it("gives the request id of the caller back as the correlation id", async () => {
  const id = "11111111-2222-4333-8444-555555555555";
  const answer = await local.post(v1, {}, { "client-request-id": id });
  expect(await jsonOf(answer)).toMatchObject({ correlation_id: id });
});
