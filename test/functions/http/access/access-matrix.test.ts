import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JwtTokens } from "../../../../functions/adapters/identity/jwt-tokens.ts";
import { type Route, routes } from "../../../../functions/http/routes.ts";
import type { Shell } from "../../../../functions/shell.ts";
import { callers } from "../../../support/fake/fake-identity.ts";
import {
  audience,
  startTestIssuer,
  tampered,
  type TestIssuer,
  unsigned,
} from "../../../support/test-issuer.ts";
import { anOffer, call, testShell } from "../../test-shell.ts";
import { accessMatrix, columns } from "./access-matrix.ts";

const params = {
  number: "1",
  slot: "draft",
  reference: "contoso$app$1$preview",
  processId: "2018-01",
  fingerprint: "a".repeat(32),
  objectId: callers["contoso-contributor"].objectId,
};
const query = { "api-version": "2017-10-31", subscription: "s" };
const ask = (route: Route, shell: Shell, authorization: string) =>
  call(route.handler(shell), {
    method: route.method,
    params,
    query,
    headers: { authorization },
    ...(["PUT", "POST"].includes(route.method) && { body: {} }),
  });

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startTestIssuer();
});
afterAll(() => issuer.close());

/** A shell that checks real tokens. */
async function checkingShell() {
  const shell = testShell();
  await anOffer(shell);
  const settings = { issuers: [issuer.issuer], audiences: [audience], clockSkewSeconds: 0 };
  return { ...shell.shell, ports: { ...shell.ports, tokens: new JwtTokens(settings) } };
}
const tokenOf = (name: keyof typeof callers, more: object = {}) => {
  const { objectId, tenantId, roles } = callers[name];
  return issuer.token({ oid: objectId, tid: tenantId, roles: [...roles], ...more });
};

it("the matrix names every route once", () => {
  expect(accessMatrix.map(({ name }) => name).toSorted()).toEqual(
    routes.map(({ name }) => name).toSorted(),
  );
});

const named = routes.map((route) => [route.name, route] as const);

describe.each(named)("%s", (name, route) => {
  const expected = accessMatrix.find((row) => row.name === name)!.cells;

  it.each(columns.map((caller, place) => [caller, expected[place]!] as const))(
    "of %s: %s",
    async (caller, answer) => {
      const shell = await checkingShell();
      const header = caller === "anonymous" ? "" : `Bearer ${await tokenOf(caller)}`;
      const { status, error, headers } = await ask(route, shell, header);

      if (answer === "yes")
        expect([401, 403]).not.toContain(error?.code === "PreviewNotAllowed" ? 200 : status);
      else expect(status).toBe(Number(answer));
      if (status === 401) expect(headers["WWW-Authenticate"]).toMatch(/^Bearer/);
    },
  );

  const isOpen = expected.at(-1) === "yes";
  it.each<[string, () => Promise<string> | string]>([
    ["expired", () => tokenOf("operator", { exp: Math.floor(Date.now() / 1000) - 1 })],
    ["for another audience", () => tokenOf("operator", { aud: "https://graph.microsoft.com" })],
    ["of another issuer", () => tokenOf("operator", { iss: "https://sts.example/" })],
    ["without a signature", async () => unsigned(await tokenOf("operator"))],
    ["changed afterwards", async () => tampered(await tokenOf("nobody"), { roles: ["Operator"] })],
    ["signed by somebody else", () => issuer.forged({ roles: ["Operator"] })],
    ["that is none", () => "operator"],
  ])("with a token %s", async (_, make) => {
    const { status, error } = await ask(route, await checkingShell(), `Bearer ${await make()}`);

    if (isOpen) expect(status).not.toBe(401);
    else {
      expect(status).toBe(401);
      expect(error.code).toBe("InvalidToken");
    }
  });
});

describe("a publisher's things", () => {
  const ofPublishers = named.filter(([, { route }]) => /\{publisherId\}|\{reference\}/.test(route));
  const guarded = ofPublishers.filter(([, { handler }]) => handler.access.to === "roles");

  it.each(guarded)("%s: nothing is read or written for a stranger", async (_, route) => {
    const shell = testShell();
    await anOffer(shell);
    shell.calls.clear();
    const { status } = await call(route.handler(shell.shell), {
      method: route.method,
      as: "fabrikam-owner",
      params,
      query,
      ...(["PUT", "POST"].includes(route.method) && { body: {} }),
    });

    expect(status).toBe(403);
    expect([...shell.calls.keys()].filter((name) => !/^(tokens|members)\./.test(name))).toEqual([]);
  });

  it.each([
    ["in the query", { query: { ...query, publisherId: "fabrikam", publisher: "fabrikam" } }],
    ["in the body", { body: { publisherId: "fabrikam", id: "app" } }],
    ["in a header", { headers: { "x-ms-publisher": "fabrikam" } }],
  ])("cannot be reached by naming one's own publisher %s", async (_, disguise) => {
    const shell = testShell();
    await anOffer(shell);
    const write = routes.find(({ name }) => name === "writeOffer")!;
    const asked = { method: "PUT", as: "fabrikam-owner", body: {}, query, ...disguise } as const;

    expect((await call(write.handler(shell.shell), asked)).status).toBe(403);
  });

  it("do not count for the same object id in another tenant", async () => {
    const shell = await checkingShell();
    const token = await tokenOf("contoso-owner", { tid: "0f0f0f0f-0000-4000-8000-00000000000f" });
    const read = routes.find(({ name }) => name === "readOffer")!;

    expect((await ask(read, shell, `Bearer ${token}`)).status).toBe(403);
  });
});
