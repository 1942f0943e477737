import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

/** An identity provider for tests: discovery, keys, and tokens with any claims. */
export interface TestIssuer {
  readonly issuer: string;
  /** A token signed with the published key; claims replace the usual ones, undefined removes them. */
  token(claims?: JWTPayload): Promise<string>;
  /** The same signed with a key that nobody published. */
  forged(claims?: JWTPayload): Promise<string>;
  /** How often the keys were asked for. */
  readonly keyRequests: () => number;
  /** Answers 500 from now on. */
  breakDown(): void;
  close(): Promise<void>;
}

export const audience = "api://offerpress";

export async function startTestIssuer(named?: string): Promise<TestIssuer> {
  const [own, other] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const key = { ...(await exportJWK(own.publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  let isBroken = false;
  let keyRequests = 0;
  const server = createServer((request, response) => {
    response.statusCode = isBroken ? 500 : 200;
    response.setHeader("content-type", "application/json");
    if (request.url === "/keys") keyRequests++;
    const body =
      request.url === "/keys"
        ? { keys: [key] }
        : { issuer: named ?? issuer, jwks_uri: `${base}/keys` };
    response.end(JSON.stringify(body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `${base}/tenant/`;
  const sign = (privateKey: CryptoKey, claims: JWTPayload) => {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: issuer, aud: audience, iat: now, nbf: now, exp: now + 600, tid: "t" };
    return new SignJWT({ oid: "o", ...usual, ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "k1", typ: "JWT" })
      .sign(privateKey);
  };
  return {
    issuer,
    token: (claims = {}) => sign(own.privateKey, claims),
    forged: (claims = {}) => sign(other.privateKey, claims),
    keyRequests: () => keyRequests,
    breakDown: () => void (isBroken = true),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The token's claims without any signature, as `alg: none` has them. */
export const unsigned = (token: string): string => {
  const [, claims] = token.split(".");
  return `${base64url({ alg: "none", typ: "JWT" })}.${claims}.`;
};

/** The token with other claims under the old signature. */
export const tampered = (token: string, change: object): string => {
  const [header, claims, signature] = token.split(".");
  const said = JSON.parse(Buffer.from(claims!, "base64url").toString()) as object;
  return `${header}.${base64url({ ...said, ...change })}.${signature}`;
};
