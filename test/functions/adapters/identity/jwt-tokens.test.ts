import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JwtTokens } from "../../../../functions/adapters/identity/jwt-tokens.ts";
import {
  audience,
  startTestIssuer,
  tampered,
  type TestIssuer,
  unsigned,
} from "../../../support/test-issuer.ts";

let issuer: TestIssuer;
let tokens: JwtTokens;
const settings = () => ({
  issuers: [issuer.issuer],
  audiences: ["https://cloudpartner.azure.com", audience],
  clockSkewSeconds: 60,
});
const seconds = (from: number) => Math.floor(Date.now() / 1000) + from;

beforeAll(async () => {
  issuer = await startTestIssuer();
  tokens = new JwtTokens(settings());
});
afterAll(() => issuer.close());

describe("a token", () => {
  it("of a user names its principal", async () => {
    const claims = { oid: "A-1", tid: "T-1", name: "Contoso owner", scp: "user_impersonation" };
    const token = await issuer.token({ ...claims, azp: "portal", roles: ["Reviewer", "Cook"] });

    expect(await tokens.check(token)).toEqual({
      ok: true,
      principal: {
        objectId: "a-1",
        tenantId: "t-1",
        kind: "user",
        name: "Contoso owner",
        roles: ["reviewer"],
      },
    });
  });

  it.each([
    ["v1", { appid: "app-1", ver: "1.0" }],
    ["v2", { azp: "app-1", ver: "2.0" }],
  ])("of a service principal (%s) goes by its application", async (_, claims) => {
    const verdict = await tokens.check(await issuer.token(claims));

    expect(verdict).toMatchObject({
      ok: true,
      principal: { kind: "service-principal", name: "app-1", roles: [] },
    });
  });

  it("may be off by the clock skew that is allowed, and no more", async () => {
    const within = await issuer.token({ exp: seconds(-30) });
    const beyond = await issuer.token({ exp: seconds(-90) });

    expect(await tokens.check(within)).toMatchObject({ ok: true });
    expect(await tokens.check(beyond)).toMatchObject({ ok: false, reason: /expired/ });
  });
});

describe("no principal comes of a token", () => {
  it.each<[string, () => Promise<string> | string, RegExp]>([
    ["that is no token", () => "owner", /not a signed/],
    [
      "for another audience",
      () => issuer.token({ aud: "https://graph.microsoft.com" }),
      /audience/,
    ],
    [
      "of an issuer that is not trusted",
      () => issuer.token({ iss: "https://evil.example" }),
      /trusted/,
    ],
    ["that is not valid yet", () => issuer.token({ nbf: seconds(600) }), /not valid yet/],
    ["without an end", () => issuer.token({ exp: undefined as never }), /exp/],
    ["without an object id", () => issuer.token({ oid: undefined }), /oid and tid/],
    ["with an object id that is no text", () => issuer.token({ oid: { x: 1 } }), /oid and tid/],
    ["signed with another key", () => issuer.forged(), /signature/],
    ["without a signature", async () => unsigned(await issuer.token()), /signature/],
    [
      "changed afterwards",
      async () => tampered(await issuer.token(), { roles: ["Operator"] }),
      /signature/,
    ],
    ["signed with the public key as a secret", () => keyedHash(), /signature/],
  ])("%s", async (_, make, reason) => {
    const verdict = await tokens.check(await make());

    expect(verdict).toMatchObject({
      ok: false,
      why: "invalid",
      reason: expect.stringMatching(reason),
    });
  });

  it("whose issuer publishes under another's name", async () => {
    const liar = await startTestIssuer("https://login.example/");
    const trusting = new JwtTokens({ ...settings(), issuers: [liar.issuer] });

    expect(await trusting.check(await liar.token())).toMatchObject({ ok: false });
    await liar.close();
  });
});

const keyedHash = () =>
  new SignJWT({ oid: "o", tid: "t", iss: issuer.issuer, aud: audience })
    .setProtectedHeader({ alg: "HS256", kid: "k1" })
    .setIssuedAt()
    .setExpirationTime("5m")
    .sign(new TextEncoder().encode("k1-k1-k1-k1-k1-k1-k1-k1-k1-k1-k1"));

it("an issuer that is down is no reason to call a token invalid, and is asked again", async () => {
  const weak = await startTestIssuer();
  const token = await weak.token();
  weak.breakDown();
  const asking = new JwtTokens({ ...settings(), issuers: [weak.issuer] });

  expect(await asking.check(token)).toMatchObject({ ok: false, why: "unavailable" });
  await weak.close();
});

it("the keys are read once for many tokens", async () => {
  const fresh = await startTestIssuer();
  const asking = new JwtTokens({ ...settings(), issuers: [fresh.issuer] });
  const token = await fresh.token();
  await Promise.all(Array.from({ length: 20 }, () => asking.check(token)));
  await asking.check(token);

  expect(fresh.keyRequests()).toBe(1);
  await fresh.close();
});
