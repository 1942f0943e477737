import { createRemoteJWKSet, errors, type CryptoKey, type JWSHeaderParameters } from "jose";
import { z } from "zod";

const timeoutMs = 5_000;
const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
type KeySet = ReturnType<typeof createRemoteJWKSet>;

/** The signing keys of one issuer, found through its discovery document and kept; unknown ids are looked up anew. */
export class IssuerKeys {
  readonly #issuer: string;
  #keys: Promise<KeySet> | undefined;

  constructor(issuer: string) {
    this.#issuer = issuer;
  }

  async find(header: JWSHeaderParameters): Promise<CryptoKey> {
    this.#keys ??= this.#discover();
    try {
      return await (
        await this.#keys
      )(header);
    } catch (error) {
      // A failed discovery is tried again with the next token.
      if (!(error instanceof errors.JWKSNoMatchingKey)) this.#keys = undefined;
      throw error;
    }
  }

  async #discover(): Promise<KeySet> {
    const address = `${this.#issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const document = await this.#read(address);
    const read = Discovery.safeParse(document);
    // An issuer that speaks for another one could slip its keys in.
    if (!read.success || read.data.issuer !== this.#issuer) {
      throw new errors.JOSEError(`${address} is not the discovery document of this issuer`);
    }
    return createRemoteJWKSet(new URL(read.data.jwks_uri), {
      timeoutDuration: timeoutMs,
      cooldownDuration: 30_000,
      cacheMaxAge: 24 * 60 * 60 * 1000,
    });
  }

  async #read(address: string): Promise<unknown> {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
      if (answer.ok) return await answer.json();
    } catch (error) {
      throw new errors.JOSEError(`${address} cannot be read`, { cause: error });
    }
    throw new errors.JOSEError(`${address} cannot be read`);
  }
}
