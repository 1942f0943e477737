import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { tenantId } from "../../../infra/local/identity/directory/sample-directory.ts";
import { startLocalIssuer, type LocalIssuer } from "../../../infra/local/identity/local-issuer.ts";

export const contoso = {
  client_id: "c0ffee00-0000-4000-8000-00000000c001",
  client_secret: "contoso-pipeline-local-secret",
};
export const portal = "https://cloudpartner.azure.com";
export const tokenPath = { v1: "oauth2/token", v2: "oauth2/v2.0/token" } as const;

export type Fields = Readonly<Record<string, string>>;

/** An issuer for the tests of a file, whose clock stands where they put it. */
export function runningIssuer() {
  let issuer: LocalIssuer | undefined;
  let aheadMs = 0;
  beforeAll(async () => {
    const now = () => new Date(Date.now() + aheadMs);
    issuer = await startLocalIssuer({ folder: undefined, port: 0, now });
  });
  afterAll(() => issuer?.stop());
  const url = (path: string, tenant: string = tenantId): string =>
    `${issuer!.url}/${tenant}/${path}`;
  return {
    get issuer() {
      return issuer!;
    },
    url,
    goAhead(minutes: number) {
      aheadMs += minutes * 60_000;
    },
    get: (path: string, tenant?: string) => fetch(url(path, tenant), { redirect: "manual" }),
    post: (path: string, fields: Fields, headers: Fields = {}) =>
      fetch(url(path), {
        method: "POST",
        body: new URLSearchParams(fields),
        headers,
        redirect: "manual",
      }),
  };
}

/** The two halves of a proof key. */
export function proofKey() {
  const verifier = randomBytes(32).toString("base64url");
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") };
}

/** What the page's form would send for one of its buttons. */
export const hiddenFields = (page: string): Fields =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value.replaceAll("&amp;", "&")],
    ),
  );

export const without = (fields: Fields, ...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** An answer's JSON, which the tests look into without describing it first. */
export const jsonOf = async (answer: Response | Promise<Response>): Promise<any> =>
  (await answer).json();
