import { decodeProtectedHeader, decodeJwt } from "jose";
import { afterEach, expect, it, vi } from "vitest";
import { JwtTokens } from "../../../functions/adapters/identity/jwt-tokens.ts";
import { apiAudiences } from "../../../infra/local/identity/directory/resources.ts";
import { tenantId } from "../../../infra/local/identity/directory/sample-directory.ts";
import {
  contoso,
  portal,
  runningIssuer,
  tokenPath,
  without,
  type Fields,
  jsonOf,
} from "./running-issuer.ts";

const local = runningIssuer();
const wanted = {
  v1: { resource: portal },
  v2: { scope: `${portal}/.default` },
} as const;
const application = (version: "v1" | "v2", client: Fields = contoso): Fields => ({
  ...client,
  ...wanted[version],
  grant_type: "client_credentials",
});
const inSeconds = () => Math.floor(Date.now() / 1000);
/** The app's own check, with the settings that the local start gives it. */
const appChecks = (token: string) =>
  new JwtTokens({
    issuers: local.issuer.issuers,
    audiences: apiAudiences,
    clockSkewSeconds: 60,
  }).check(token);

async function granted(version: "v1" | "v2", fields: Fields, headers: Fields = {}) {
  const answer = await local.post(tokenPath[version], fields, headers);
  const body = await jsonOf(answer);
  expect(answer.status, JSON.stringify(body)).toBe(200);
  return { answer, body, claims: decodeJwt(body.access_token) };
}

afterEach(() => {
  vi.useRealTimers();
});

it("answers the old endpoint with its numbers as texts", async () => {
  const before = inSeconds();
  const { answer, body } = await granted("v1", application("v1"));
  expect(body).toEqual({
    token_type: "Bearer",
    expires_in: "3599",
    ext_expires_in: "3599",
    expires_on: expect.stringMatching(/^\d{10}$/),
    not_before: expect.stringMatching(/^\d{10}$/),
    resource: portal,
    access_token: expect.any(String),
  });
  expect(Number(body.not_before)).toBeGreaterThanOrEqual(before);
  expect(Number(body.expires_on) - Number(body.not_before)).toBe(3599);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
});

it("answers the new endpoint with numbers, and with nothing that applications do not get", async () => {
  const { body } = await granted("v2", application("v2"));
  expect(body).toEqual({
    token_type: "Bearer",
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: expect.any(String),
  });
});

it("writes the claims of a v1 token", async () => {
  const { claims, body } = await granted("v1", application("v1"));
  const { iat = 0, oid } = claims;
  expect(claims).toEqual({
    aud: portal,
    iss: `${local.issuer.url}/${tenantId}/`,
    iat,
    nbf: iat,
    exp: iat + 3599,
    appid: contoso.client_id,
    appidacr: "1",
    idp: `${local.issuer.url}/${tenantId}/`,
    oid,
    sub: oid,
    tid: tenantId,
    uti: expect.any(String),
    ver: "1.0",
  });
  expect(oid).not.toBe(contoso.client_id);
  expect(decodeProtectedHeader(body.access_token)).toMatchObject({ typ: "JWT", alg: "RS256" });
});

it("writes the claims of a v2 token", async () => {
  const { claims } = await granted("v2", application("v2"));
  expect(claims).toMatchObject({
    iss: `${local.issuer.url}/${tenantId}/v2.0`,
    azp: contoso.client_id,
    azpacr: "1",
    ver: "2.0",
  });
  expect(claims).not.toHaveProperty("appid");
  expect(claims).not.toHaveProperty("scp");
});

it("gives every token an id of its own", async () => {
  const [one, other] = [
    await granted("v2", application("v2")),
    await granted("v2", application("v2")),
  ];
  expect(one.claims["uti"]).not.toBe(other.claims["uti"]);
});

it.each(["v1", "v2"] as const)("signs %s tokens that the app accepts", async (version) => {
  const { body, claims } = await granted(version, application(version));
  expect(await appChecks(body.access_token)).toEqual({
    ok: true,
    principal: {
      objectId: claims["oid"],
      tenantId,
      kind: "service-principal",
      name: contoso.client_id,
      roles: [],
    },
  });
});

it.each([
  ["c0ffee00-0000-4000-8000-0000000000e1", "reviewer-system", "reviewer"],
  ["c0ffee00-0000-4000-8000-0000000000f1", "operator-tool", "operator"],
])("lets %s act as what it is", async (client_id, account, role) => {
  const client = { client_id, client_secret: `${account}-local-secret` };
  const { body } = await granted("v2", application("v2", client));
  expect(await appChecks(body.access_token)).toMatchObject({ principal: { roles: [role] } });
});

it("takes the client's name and secret in a Basic header, encoded as RFC 6749 has it", async () => {
  const encoded = `${encodeURIComponent(contoso.client_id)}:${encodeURIComponent(contoso.client_secret)}`;
  const headers = { authorization: `Basic ${Buffer.from(encoded).toString("base64")}` };
  const fields = without(application("v1"), "client_id", "client_secret");
  const { claims } = await granted("v1", fields, headers);
  expect(claims["appid"]).toBe(contoso.client_id);
});

it.each(["https://cloudpartner.azure.com/", "api://offerpress/"])(
  "takes the resource %s with the slash that some clients add",
  async (resource) => {
    const { claims } = await granted("v1", { ...application("v1"), resource });
    expect(claims.aud).toBe(resource.slice(0, -1));
  },
);

it("gives tokens for something else, too, which the app does not take", async () => {
  const resource = "https://graph.microsoft.com";
  const { body } = await granted("v1", { ...application("v1"), resource });
  expect(await appChecks(body.access_token)).toMatchObject({ ok: false, why: "invalid" });
});

it.each(["reviewer", "contoso-owner", "acme-contributor"])(
  "gives a script on this machine the token of %s without anybody signing in",
  async (username) => {
    const fields = { grant_type: "urn:offerpress:sample-user", username, ...wanted.v2 };
    const { body, claims } = await granted("v2", fields);
    expect(claims).toMatchObject({
      preferred_username: `${username}@offerpress.example`,
      scp: "user_impersonation",
      azpacr: "0",
    });
    expect(await appChecks(body.access_token)).toMatchObject({ principal: { kind: "user" } });
  },
);

it("knows a person by the same object id every time, and each person by another", async () => {
  const oidOf = async (username: string, version: "v1" | "v2") => {
    const fields = { grant_type: "urn:offerpress:sample-user", username, ...wanted[version] };
    return (await granted(version, fields)).claims["oid"];
  };
  const [v1, v2, other] = [
    await oidOf("acme-owner", "v1"),
    await oidOf("acme-owner", "v2"),
    await oidOf("acme-contributor", "v2"),
  ];
  expect(v1).toBe(v2);
  expect(v1).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(other).not.toBe(v1);
});

it("issues tokens that run out after an hour of real time", async () => {
  const { body } = await granted("v2", application("v2"));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_590_000 });
  expect(await appChecks(body.access_token)).toMatchObject({ ok: true });
  vi.setSystemTime(Date.now() + 120_000);
  expect(await appChecks(body.access_token)).toMatchObject({
    ok: false,
    reason: "The token has expired.",
  });
});
