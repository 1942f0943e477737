import { decodeJwt, errors, jwtVerify, type JWTPayload } from "jose";
import { appRoles, type Principal } from "../../../shared/identity/principal.ts";
import type { Tokens, TokenVerdict } from "../../../shared/ports/callers.ts";
import { IssuerKeys } from "./issuer-keys.ts";

export interface TokenSettings {
  /** Exactly as tokens name them in `iss`. */
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  readonly clockSkewSeconds: number;
}

const invalid = (reason: string): TokenVerdict => ({ ok: false, why: "invalid", reason });

/**
 * Bearer tokens of the configured issuers, as Entra writes them (v1 and v2). Their life time is
 * measured on real time: the issuer does not follow a clock that was moved on this machine.
 */
export class JwtTokens implements Tokens {
  readonly #settings: TokenSettings;
  readonly #keys: ReadonlyMap<string, IssuerKeys>;

  constructor(settings: TokenSettings) {
    this.#settings = settings;
    this.#keys = new Map(settings.issuers.map((issuer) => [issuer, new IssuerKeys(issuer)]));
  }

  async check(token: string): Promise<TokenVerdict> {
    const issuer = issuerOf(token);
    if (issuer === undefined) return invalid("The token is not a signed JSON web token.");
    const keys = this.#keys.get(issuer);
    if (!keys)
      return invalid("The token was not issued by an identity provider that is trusted here.");
    try {
      const { payload } = await jwtVerify(token, (header) => keys.find(header), {
        issuer,
        audience: [...this.#settings.audiences],
        // Entra signs with nothing else; "none" and keyed hashes never pass.
        algorithms: ["RS256"],
        clockTolerance: this.#settings.clockSkewSeconds,
        requiredClaims: ["exp", "iat"],
      });
      return principalOf(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError) return refused(error);
      throw error;
    }
  }
}

/** Not verified yet: it only chooses whose keys to verify with. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss ?? "";
  } catch {
    return undefined;
  }
}

function refused(error: errors.JOSEError): TokenVerdict {
  if (error instanceof errors.JWKSTimeout || error.code === "ERR_JOSE_GENERIC") {
    return { ok: false, why: "unavailable", reason: "The issuer's keys cannot be read." };
  }
  if (error instanceof errors.JWTExpired) return invalid("The token has expired.");
  if (error instanceof errors.JWTClaimValidationFailed) return invalid(claimReason(error.claim));
  return invalid("The token's signature cannot be verified.");
}

const claimReasons: Readonly<Record<string, string>> = {
  aud: "The token was issued for another audience.",
  nbf: "The token is not valid yet.",
  iss: "The token was issued by somebody else than it says.",
};
const claimReason = (claim: string): string =>
  claimReasons[claim] ?? `The token's claim ${claim} is missing or malformed.`;

function principalOf(claims: JWTPayload): TokenVerdict {
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === "string" ? value : "";
  };
  const objectId = text("oid").toLowerCase();
  const tenantId = text("tid").toLowerCase();
  if (objectId === "" || tenantId === "") {
    return invalid("The token lacks the claims oid and tid, by which users are known here.");
  }
  const application = text("azp") || text("appid");
  // Tokens that a service principal got for itself act in nobody's name: they carry no scopes.
  const kind = text("scp") === "" && application !== "" ? "service-principal" : "user";
  const name = text("name") || text("preferred_username") || text("unique_name") || application;
  const principal: Principal = { objectId, tenantId, kind, name, roles: rolesOf(claims["roles"]) };
  return { ok: true, principal };
}

const rolesOf = (claim: unknown): Principal["roles"] =>
  appRoles.filter(
    (role) =>
      Array.isArray(claim) &&
      claim.some((named: unknown) => typeof named === "string" && named.toLowerCase() === role),
  );
