import path from "node:path";
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  calculateJwkThumbprint,
} from "jose";
import { readJson, writeJson } from "../../storage/json-file.ts";

/** The key that all tokens are signed with, and its public half as it is published. */
export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK & { readonly kid: string };
}

/** The key kept in the data folder, so that tokens outlive a restart; a new one when there is none. */
export async function signingKey(folder: string | undefined): Promise<SigningKey> {
  const file = folder === undefined ? undefined : path.join(folder, "issuer.json");
  const kept = file === undefined ? undefined : ((await readJson(file)) as JWK | undefined);
  // A file that somebody emptied is as good as none.
  if (kept?.kty === "RSA" && kept.d !== undefined) return fromJwk(kept);
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  if (file !== undefined) await writeJson(file, jwk);
  return fromJwk(jwk);
}

async function fromJwk(jwk: JWK): Promise<SigningKey> {
  const privateKey = await importJWK(jwk, "RS256");
  if (privateKey instanceof Uint8Array) throw new Error("issuer.json holds no RSA key");
  const { n, e } = jwk;
  const pair = { kty: "RSA", ...(n !== undefined && { n }), ...(e !== undefined && { e }) };
  const kid = await calculateJwkThumbprint(pair);
  return { privateKey, publicJwk: { ...pair, kid, use: "sig", alg: "RS256" } };
}
