import { describe, expect, it } from "vitest";
import { access } from "../../../shared/identity/access.ts";
import { endpoint } from "../../../functions/http/endpoint.ts";
import { type Route, routes } from "../../../functions/http/routes.ts";
import { passingCaller } from "./access/passing-caller.ts";
import { call, testShell } from "../test-shell.ts";

const answering = (dialect: "cpp" | "own") =>
  endpoint(
    { dialect, access: access.anyone },
    () => () => Promise.resolve({ status: 200 }),
  )(testShell().shell);

describe("the api-version", () => {
  it("is taken when it is the one there is", async () => {
    expect((await call(answering("cpp"))).status).toBe(200);
  });

  it.each([
    ["missing on the CPP dialect", "cpp", {}],
    ["unknown on the CPP dialect", "cpp", { "api-version": "2016-08-01-preview" }],
    ["unknown on our own resources", "own", { "api-version": "2099-01-01" }],
  ] as const)("is refused when it is %s", async (_, dialect, query) => {
    const answer = await call(answering(dialect), { query });

    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({
      code: "InvalidAPIVersion",
      target: "api-version",
      message: expect.stringContaining("Allowed values are [2017-10-31]"),
    });
  });

  it("may be left out on our own resources", async () => {
    expect((await call(answering("own"), { query: {} })).status).toBe(200);
  });
});

it("a failure of ours is logged and answered without what went wrong", async () => {
  const failing = endpoint(
    { dialect: "own", access: access.anyone },
    () => () => Promise.reject(new Error("key=hunter2")),
  );
  const answer = await call(failing(testShell().shell));

  expect(answer.status).toBe(500);
  expect(answer.error.code).toBe("InternalError");
  expect(answer.error.message).toContain("invocation-1");
  expect(JSON.stringify(answer.body)).not.toContain("hunter2");
  expect(answer.logged.join()).toContain("hunter2");
});

const good = {
  number: "1",
  slot: "draft",
  reference: "contoso$app$1$preview",
  processId: "2018-01",
  objectId: "0f0f0f0f-0000-4000-8000-000000000009",
};
const ask = (route: Route, params: Record<string, string> = {}, body: unknown = {}) =>
  call(route.handler(testShell().shell), {
    method: route.method,
    as: passingCaller(route.handler.access),
    params: { ...good, ...params },
    query: { "api-version": "2017-10-31", subscription: "s" },
    ...(route.method !== "GET" && { body }),
  });
const those = (isMeant: (route: Route) => boolean) =>
  routes.filter(isMeant).map((route) => [`${route.method} ${route.route}`, route] as const);
const naming = (parameter: string) => those(({ route }) => route.includes(`{${parameter}}`));
const takingBodies = those(
  ({ method, route }) => ["PUT", "POST"].includes(method) && !route.endsWith("resume"),
);

it.each(naming("publisherId"))("%s refuses a publisher id that is none", async (_, route) => {
  const answer = await ask(route, { publisherId: "Contoso!" });

  expect(answer.status).toBe(400);
  expect(answer.error).toMatchObject({ code: "InvalidIdentifier", target: "publisherId" });
  expect(answer.error.message).toContain("lower-case");
});

it.each(naming("offerId"))("%s refuses an offer id that is none", async (_, route) => {
  const answer = await ask(route, { offerId: "-a" });

  expect(answer.status).toBe(400);
  expect(answer.error).toMatchObject({ code: "InvalidIdentifier", target: "offerId" });
});

it.each(naming("number"))("%s refuses a number that is none", async (_, route) => {
  for (const number of ["0", "-1", "1.5", "x", "99999999"]) {
    const answer = await ask(route, { number });

    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({ code: "InvalidIdentifier", target: "number" });
  }
});

const ofAnOffer = those(
  ({ method, route }) =>
    route.includes("{offerId}") && method !== "PUT" && !route.endsWith("assets"),
);
it.each(ofAnOffer)("%s answers 404 for an offer that is not there", async (_, route) => {
  const answer = await ask(route);

  expect(answer.status).toBe(404);
  expect(answer.error.message).toMatch(/GET|PUT|not been|sign-off/);
});

it.each(takingBodies)("%s refuses a body that is no JSON object", async (_, route) => {
  for (const body of ["{", "[]", "3", "null", '"x"']) {
    const answer = await ask(route, {}, body);

    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({ code: "InvalidRequest", target: "body" });
  }
});

it.each(takingBodies)("%s refuses a key that would change a prototype", async (_, route) => {
  for (const key of ["__proto__", "\\u005f_proto__"]) {
    const answer = await ask(route, {}, `{"definition":{"${key}":{"polluted":true}}}`);

    expect(answer.status).toBe(400);
    expect(answer.error.message).toContain("__proto__");
  }
});

it.each(takingBodies)("%s refuses a body nested beyond reason", async (_, route) => {
  for (const depth of [150, 200_000]) {
    const answer = await ask(route, {}, `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`);

    expect(answer.status).toBe(400);
    expect(answer.error.message).toContain("nested");
  }
});

it.each(takingBodies)("%s refuses a body of more than a mebibyte", async (_, route) => {
  const answer = await ask(route, {}, { text: "x".repeat(1024 * 1024) });

  expect(answer.status).toBe(413);
  expect(answer.error).toMatchObject({ code: "RequestTooLarge", target: "body" });
  expect(answer.error.message).toContain("1 MiB");
});
