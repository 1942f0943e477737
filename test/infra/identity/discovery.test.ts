import { calculateJwkThumbprint } from "jose";
import { expect, it } from "vitest";
import {
  tenantDomain,
  tenantId,
} from "../../../infra/local/identity/directory/sample-directory.ts";
import { runningIssuer, jsonOf } from "./running-issuer.ts";

const local = runningIssuer();
const documents = {
  v1: {
    path: ".well-known/openid-configuration",
    end: "/",
    oauth: "oauth2",
    keys: "discovery/keys",
  },
  v2: {
    path: "v2.0/.well-known/openid-configuration",
    end: "/v2.0",
    oauth: "oauth2/v2.0",
    keys: "discovery/v2.0/keys",
  },
} as const;

it.each(["v1", "v2"] as const)(
  "describes its %s endpoints where the issuer's name leads",
  async (version) => {
    const { end, oauth, keys } = documents[version];
    const base = `${local.issuer.url}/${tenantId}`;
    const issuer = local.issuer.issuers[version === "v1" ? 0 : 1]!;

    const answer = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);

    expect(issuer).toBe(base + end);
    expect(await jsonOf(answer)).toMatchObject({
      issuer,
      authorization_endpoint: `${base}/${oauth}/authorize`,
      token_endpoint: `${base}/${oauth}/token`,
      end_session_endpoint: `${base}/${oauth}/logout`,
      jwks_uri: `${base}/${keys}`,
      id_token_signing_alg_values_supported: ["RS256"],
      code_challenge_methods_supported: ["S256"],
    });
  },
);

it.each([tenantId, tenantId.toUpperCase(), tenantDomain, "common", "organizations"])(
  "knows its tenant as %s",
  async (name) => {
    expect((await local.get(documents.v2.path, name)).status).toBe(200);
    expect((await local.get(documents.v1.keys, name)).status).toBe(200);
  },
);

it("refuses an unknown tenant as Entra does", async () => {
  const answer = await local.get(documents.v2.path, "fabrikam.example");
  expect(answer.status).toBe(400);
  expect(await jsonOf(answer)).toMatchObject({
    error: "invalid_tenant",
    error_codes: [90002],
    error_description: expect.stringMatching(/^AADSTS90002: Tenant 'fabrikam\.example' not found/),
  });
});

it("publishes one RSA key of 2,048 bits and no secret part of it, under both addresses", async () => {
  const [v1, v2] = await Promise.all(
    [documents.v1.keys, documents.v2.keys].map((path) => jsonOf(local.get(path))),
  );
  expect(v2).toEqual(v1);
  const [key, ...others] = v1.keys;
  expect(others).toEqual([]);
  expect(Object.keys(key).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  expect(key).toMatchObject({ kty: "RSA", alg: "RS256", use: "sig" });
  expect(key.kid).toBe(await calculateJwkThumbprint({ kty: "RSA", n: key.n, e: key.e }));
  expect(Buffer.from(key.n, "base64url")).toHaveLength(256);
});

it("lets pages of other addresses read its documents, and nothing else", async () => {
  const open = await local.get(documents.v1.path);
  const closed = await local.post("oauth2/token", {});
  expect(open.headers.get("access-control-allow-origin")).toBe("*");
  expect(closed.headers.get("access-control-allow-origin")).toBeNull();
});

it.each([
  ["GET", "oauth2/token", "POST"],
  ["PUT", "oauth2/v2.0/token", "POST"],
  ["POST", "discovery/keys", "GET, HEAD"],
  ["DELETE", "oauth2/v2.0/authorize", "GET, HEAD, POST"],
])("answers %s %s with the methods that there are", async (method, path, allowed) => {
  const answer = await fetch(local.url(path), { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe(allowed);
});

it.each(["oauth2/v1.0/token", "", "//", "%ff"])("has nothing at %j", async (path) => {
  expect((await local.get(path)).status).toBe(404);
});
