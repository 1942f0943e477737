/** A cookie as the library hands it over: optional parts are wrapped. */
export interface RpcCookie {
  name: string;
  value: string;
  domain?: { value: string };
  path?: { value: string };
  expires?: { value: { seconds: number } };
  secure?: { value: boolean };
  httpOnly?: { value: boolean };
  sameSite?: "none" | "lax" | "strict" | "explicitNone";
  maxAge?: { value: number };
}

const sameSites = { lax: "lax", strict: "strict", explicitNone: "none", none: undefined };

/** The text of a set-cookie header, in the form and order of the official front. */
export function setCookie(cookie: RpcCookie): string {
  const parts = [
    `${encodeURIComponent(cookie.name)}=${encodeURIComponent(cookie.value)}`,
    ...lifetime(cookie),
    ...(cookie.domain ? [`domain=${cookie.domain.value}`] : []),
    `path=${cookie.path?.value ?? "/"}`,
    ...restrictions(cookie),
  ];
  return parts.join("; ");
}

function lifetime({ expires, maxAge }: RpcCookie): string[] {
  const parts: string[] = [];
  if (expires) parts.push(`expires=${new Date(expires.value.seconds * 1000).toUTCString()}`);
  if (maxAge) parts.push(`max-age=${Math.trunc(maxAge.value)}`);
  return parts;
}

function restrictions(cookie: RpcCookie): string[] {
  const parts: string[] = [];
  if (cookie.secure?.value) parts.push("secure");
  const sameSite = sameSites[cookie.sameSite ?? "none"];
  if (sameSite) parts.push(`samesite=${sameSite}`);
  if (cookie.httpOnly?.value) parts.push("httponly");
  return parts;
}
