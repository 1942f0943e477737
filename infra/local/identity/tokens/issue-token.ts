import { randomUUID } from "node:crypto";
import { type JWTPayload, SignJWT } from "jose";
import {
  publicClientId,
  type Subject,
  tenantDomain,
  tenantId,
} from "../directory/sample-directory.ts";
import type { SigningKey } from "./signing-key.ts";

/** As Entra says it: an hour less a second. */
export const lifeSeconds = 3599;

export type TokenVersion = "1.0" | "2.0";

export interface TokenRequest {
  readonly subject: Subject;
  /** The application that asks. */
  readonly clientId: string;
  readonly audience: string;
  readonly version: TokenVersion;
  /** Whether a person signed in; otherwise the application acts for itself. */
  readonly isUser: boolean;
  readonly nonce?: string;
}

export interface Issued {
  readonly token: string;
  /** Seconds since 1970. */
  readonly notBefore: number;
  readonly expires: number;
}

/** Signs tokens as Entra's v1 and v2 endpoints write them. */
export class TokenIssuer {
  readonly #base: string;
  readonly #key: SigningKey;
  readonly #now: () => Date;

  /** `base` is the issuer's address without a slash at its end. */
  constructor(base: string, key: SigningKey, now: () => Date) {
    this.#base = base;
    this.#key = key;
    this.#now = now;
  }

  /** What tokens of that version say in `iss`. */
  issuer(version: TokenVersion): string {
    return `${this.#base}/${tenantId}/${version === "1.0" ? "" : "v2.0"}`;
  }

  accessToken(request: TokenRequest): Promise<Issued> {
    return this.#sign(
      request.version,
      {
        aud: request.audience,
        ...applicationClaims(request),
        ...(request.isUser
          ? { ...userClaims(request), scp: "user_impersonation" }
          : { idp: this.issuer(request.version) }),
        ...rolesClaim(request),
      },
      request.subject,
    );
  }

  /** Tells the application who signed in. */
  idToken(request: TokenRequest): Promise<Issued> {
    return this.#sign(
      request.version,
      {
        aud: request.clientId,
        ...userClaims(request),
        ...rolesClaim(request),
        ...(request.nonce !== undefined && { nonce: request.nonce }),
      },
      request.subject,
    );
  }

  async #sign(version: TokenVersion, claims: JWTPayload, subject: Subject): Promise<Issued> {
    const notBefore = Math.floor(this.#now().getTime() / 1000);
    const expires = notBefore + lifeSeconds;
    const { objectId } = subject;
    const token = await new SignJWT({
      ...claims,
      oid: objectId,
      sub: objectId,
      tid: tenantId,
      uti: randomUUID(),
      ver: version,
      iss: this.issuer(version),
      iat: notBefore,
      nbf: notBefore,
      exp: expires,
    })
      .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: this.#key.publicJwk.kid })
      .sign(this.#key.privateKey);
    return { token, notBefore, expires };
  }
}

/** `1` in acr: the application proved itself with a secret; `0`: a public one that has none. */
function applicationClaims({ version, clientId }: TokenRequest): JWTPayload {
  const proof = clientId === publicClientId ? "0" : "1";
  return version === "1.0"
    ? { appid: clientId, appidacr: proof }
    : { azp: clientId, azpacr: proof };
}

function userClaims({ version, subject }: TokenRequest): JWTPayload {
  const account = `${subject.account}@${tenantDomain}`;
  const names = version === "1.0" ? { unique_name: account, upn: account } : {};
  const preferred = version === "2.0" ? { preferred_username: account } : {};
  return { name: subject.name, ...names, ...preferred };
}

// Entra leaves the claim out where there is none.
const rolesClaim = ({ subject }: TokenRequest): JWTPayload =>
  subject.roles.length > 0 ? { roles: [...subject.roles] } : {};
