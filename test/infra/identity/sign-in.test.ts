import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { expect, it } from "vitest";
import {
  contoso,
  hiddenFields,
  proofKey,
  runningIssuer,
  without,
  type Fields,
  jsonOf,
} from "./running-issuer.ts";

const local = runningIssuer();
const client_id = "c0ffee00-0000-4000-8000-0000000000aa";
const redirect_uri = "http://localhost:3000/signed-in?from=portal";
const { verifier, challenge } = proofKey();
const request: Fields = {
  client_id,
  redirect_uri,
  response_type: "code",
  scope: "openid profile offline_access api://offerpress/user_impersonation",
  state: "state & more",
  nonce: "n-1",
  code_challenge: challenge,
  code_challenge_method: "S256",
};
const authorizePath = "oauth2/v2.0/authorize";
const open = (changes: Fields = {}, path = authorizePath) =>
  local.get(`${path}?${new URLSearchParams({ ...request, ...changes }).toString()}`);

/** What a browser does: opens the page, presses a button, and follows to the app. */
async function press(account: string, changes: Fields = {}, path = authorizePath) {
  const page = await open(changes, path);
  expect(page.status).toBe(200);
  return local.post(path, { ...hiddenFields(await page.text()), account });
}
const landing = (answer: Response): URL => new URL(answer.headers.get("location") ?? "");
const codeOf = async (account: string, changes: Fields = {}) =>
  landing(await press(account, changes)).searchParams.get("code") ?? "";
const redeem = (code: string, changes: Fields = {}) =>
  local.post("oauth2/v2.0/token", {
    grant_type: "authorization_code",
    client_id,
    code,
    redirect_uri,
    code_verifier: verifier,
    ...changes,
  });

it("signs a person in from the page to the tokens", async () => {
  const url = landing(await press("contoso-owner"));
  expect(url.origin + url.pathname).toBe("http://localhost:3000/signed-in");
  expect(url.searchParams.get("from")).toBe("portal");
  expect(url.searchParams.get("state")).toBe(request["state"]);

  const answer = await redeem(url.searchParams.get("code") ?? "");
  const body = await jsonOf(answer);

  expect(body).toMatchObject({
    token_type: "Bearer",
    expires_in: 3599,
    scope: "api://offerpress/user_impersonation openid profile",
    refresh_token: expect.any(String),
  });
  const keys = createRemoteJWKSet(new URL(local.url("discovery/v2.0/keys")));
  const issuer = local.issuer.issuers[1]!;
  const access = await jwtVerify(body.access_token, keys, { issuer, audience: "api://offerpress" });
  const id = await jwtVerify(body.id_token, keys, { issuer, audience: client_id });
  expect(access.payload).toMatchObject({
    name: "Contoso owner",
    preferred_username: "contoso-owner@offerpress.example",
    scp: "user_impersonation",
    azp: client_id,
    azpacr: "0",
  });
  expect(id.payload).toMatchObject({ nonce: "n-1", oid: access.payload["oid"], ver: "2.0" });
  expect(id.payload).not.toHaveProperty("scp");
});

it("names a reviewer's role in both tokens", async () => {
  const body = await jsonOf(redeem(await codeOf("reviewer")));
  expect(decodeJwt(body.access_token)["roles"]).toEqual(["Reviewer"]);
  expect(decodeJwt(body.id_token)["roles"]).toEqual(["Reviewer"]);
});

it("gives no id token and no refresh token unless they are asked for", async () => {
  const scope = "api://offerpress/.default";
  const body = await jsonOf(redeem(await codeOf("operator", { scope })));
  expect(Object.keys(body)).not.toContain("id_token");
  expect(Object.keys(body)).not.toContain("refresh_token");
});

it("signs in by the old endpoints, where the resource is a field of its own", async () => {
  const resource = "https://cloudpartner.azure.com";
  const url = landing(await press("fabrikam-owner", { resource }, "oauth2/authorize"));
  const answer = await local.post("oauth2/token", {
    grant_type: "authorization_code",
    client_id,
    code: url.searchParams.get("code") ?? "",
    redirect_uri,
    code_verifier: verifier,
  });
  const body = await jsonOf(answer);
  expect(body).toMatchObject({ expires_in: "3599", resource, scope: "user_impersonation" });
  expect(decodeJwt(body.access_token)).toMatchObject({
    upn: "fabrikam-owner@offerpress.example",
    unique_name: "fabrikam-owner@offerpress.example",
    appid: client_id,
    ver: "1.0",
  });
});

it("gives a code back in the fragment, or in a form that needs no script", async () => {
  const fragment = landing(await press("operator", { response_mode: "fragment" }));
  expect(new URLSearchParams(fragment.hash.slice(1)).get("code")).toBeTruthy();
  expect(fragment.searchParams.has("code")).toBe(false);

  const form = await press("operator", { response_mode: "form_post" });
  const html = await form.text();
  expect(form.status).toBe(200);
  expect(html).toContain(`action="${redirect_uri}"`);
  expect(hiddenFields(html)).toEqual({ code: expect.any(String), state: request["state"] });
  expect(html).not.toContain("<script");
  expect(form.headers.get("content-security-policy")).toContain(
    "form-action 'self' http://localhost:3000",
  );
});

it("renews tokens, also for another resource, and only for the same application", async () => {
  const first = await jsonOf(redeem(await codeOf("contoso-contributor")));
  const renew = (changes: Fields) =>
    local.post("oauth2/v2.0/token", {
      grant_type: "refresh_token",
      client_id,
      refresh_token: first.refresh_token,
      ...changes,
    });
  const same = await jsonOf(renew({}));
  const other = await jsonOf(renew({ scope: "https://cloudpartner.azure.com/.default" }));
  const foreign = await renew(contoso);
  expect(decodeJwt(same.access_token)).toMatchObject({ aud: "api://offerpress" });
  expect(same.refresh_token).toEqual(expect.any(String));
  expect(decodeJwt(other.access_token)).toMatchObject({ aud: "https://cloudpartner.azure.com" });
  expect(await jsonOf(foreign)).toMatchObject({ error: "invalid_grant", error_codes: [70000] });
});

it.each<[what: string, Fields, code: number]>([
  ["another verifier", { code_verifier: proofKey().verifier }, 501481],
  ["no verifier", { code_verifier: "" }, 501481],
  ["another redirect_uri", { redirect_uri: "http://localhost:3000/" }, 500112],
  ["another application", contoso, 70000],
])("takes no code with %s, and not afterwards either", async (_, changes, code) => {
  const issued = await codeOf("contoso-owner");
  const answer = await redeem(issued, changes);
  expect(answer.status).toBe(400);
  expect(await jsonOf(answer)).toMatchObject({ error: "invalid_grant", error_codes: [code] });
  expect((await redeem(issued)).status).toBe(400);
});

it("redeems a code once", async () => {
  const code = await codeOf("contoso-owner");
  expect((await redeem(code)).status).toBe(200);
  expect(await jsonOf(redeem(code))).toMatchObject({ error_codes: [54005] });
});

it("forgets a code after ten minutes", async () => {
  const code = await codeOf("contoso-owner");
  local.goAhead(11);
  expect(await jsonOf(redeem(code))).toMatchObject({ error_codes: [70008] });
});

it("lets an application with a secret do without a proof key, and not without the secret", async () => {
  const plain = without(request, "code_challenge", "code_challenge_method");
  const query = new URLSearchParams({ ...plain, client_id: contoso.client_id }).toString();
  const page = await local.get(`${authorizePath}?${query}`);
  const answer = await local.post(authorizePath, {
    ...hiddenFields(await page.text()),
    account: "contoso-owner",
  });
  const code = landing(answer).searchParams.get("code") ?? "";
  expect((await redeem(code, { client_id: contoso.client_id })).status).toBe(401);
  const body = await jsonOf(redeem(code, contoso));
  expect(decodeJwt(body.access_token)).toMatchObject({ azp: contoso.client_id, azpacr: "1" });
});
