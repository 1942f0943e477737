import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Subject } from "../directory/sample-directory.ts";

/** What a person who signed in allowed an application to get. */
export interface Grant {
  readonly subject: Subject;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly resource: string | undefined;
  readonly nonce: string | undefined;
  /** SHA-256 of the verifier that only the application knows. */
  readonly challenge: string | undefined;
}

const codeMinutes = 10;
const refreshDays = 90;
const mostGrants = 10_000;

/** Codes, for one use, and refresh tokens, for many. */
export class Grants {
  readonly #grants = new Map<string, { readonly grant: Grant; readonly until: number }>();
  readonly #used = new Set<string>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  code(grant: Grant): string {
    return this.#keep("code", grant, codeMinutes * 60_000);
  }

  refreshToken(grant: Grant): string {
    return this.#keep("refresh", grant, refreshDays * 86_400_000);
  }

  /** A code counts as used once it was shown, rightly or wrongly. */
  useCode(code: string): Grant | "used" | undefined {
    const grant = this.#find("code", code);
    if (!grant) return undefined;
    if (this.#used.has(code)) return "used";
    this.#used.add(code);
    return grant;
  }

  useRefreshToken(token: string): Grant | undefined {
    return this.#find("refresh", token);
  }

  #keep(kind: string, grant: Grant, milliseconds: number): string {
    const name = randomBytes(32).toString("base64url");
    const [oldest] = this.#grants.keys();
    if (this.#grants.size >= mostGrants && oldest !== undefined) {
      this.#grants.delete(oldest);
      this.#used.delete(oldest.slice("code.".length));
    }
    this.#grants.set(`${kind}.${name}`, { grant, until: this.#now().getTime() + milliseconds });
    return name;
  }

  #find(kind: string, name: string): Grant | undefined {
    const found = this.#grants.get(`${kind}.${name}`);
    return found && found.until > this.#now().getTime() ? found.grant : undefined;
  }
}

/** PKCE: whether the verifier is the one whose hash came with the authorization request. */
export function isVerified({ challenge }: Grant, verifier: string | undefined): boolean {
  if (challenge === undefined) return true;
  const hash = createHash("sha256")
    .update(verifier ?? "")
    .digest();
  const wanted = Buffer.from(challenge, "base64url");
  return wanted.length === hash.length && timingSafeEqual(wanted, hash);
}
