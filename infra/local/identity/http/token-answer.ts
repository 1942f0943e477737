import { type Issued, lifeSeconds, type TokenVersion } from "../tokens/issue-token.ts";

interface TokenParts {
  readonly version: TokenVersion;
  readonly access: Issued;
  readonly audience: string;
  /** Empty for applications. */
  readonly scope: string;
  readonly idToken?: string | undefined;
  readonly refresh?: string | undefined;
}

/** What clients read of it. */
export interface TokenBody {
  readonly token_type: "Bearer";
  readonly access_token: string;
  readonly [field: string]: string | number;
}

/** The body of a token answer: v1 writes its numbers as text, v2 as numbers. */
export function tokenAnswer(parts: TokenParts): TokenBody {
  const { version, access, audience, scope } = parts;
  const granted = scope === "" ? {} : { scope };
  const more = {
    ...(parts.refresh !== undefined && { refresh_token: parts.refresh }),
    ...(parts.idToken !== undefined && { id_token: parts.idToken }),
  };
  if (version === "2.0") {
    return {
      token_type: "Bearer",
      expires_in: lifeSeconds,
      ext_expires_in: lifeSeconds,
      ...granted,
      access_token: access.token,
      ...more,
    };
  }
  return {
    token_type: "Bearer",
    expires_in: String(lifeSeconds),
    ext_expires_in: String(lifeSeconds),
    ...granted,
    expires_on: String(access.expires),
    not_before: String(access.notBefore),
    resource: audience,
    access_token: access.token,
    ...more,
  };
}
