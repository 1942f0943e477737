import { expect, it } from "vitest";
import { hiddenFields, proofKey, runningIssuer, type Fields } from "./running-issuer.ts";

const local = runningIssuer();
const path = "oauth2/v2.0/authorize";
const request: Fields = {
  client_id: "c0ffee00-0000-4000-8000-0000000000aa",
  redirect_uri: "http://127.0.0.1:5000/cb",
  response_type: "code",
  scope: "openid",
  state: "s",
  code_challenge: proofKey().challenge,
  code_challenge_method: "S256",
};
const open = (changes: Fields = {}) => {
  const fields = Object.entries({ ...request, ...changes }).filter(([, value]) => value !== "");
  return local.get(`${path}?${new URLSearchParams(fields).toString()}`);
};
const names = (html: string): string[] =>
  [...html.matchAll(/name="account"[^>]*>([^<]+)</g)].map(([, name = ""]) => name);

it("shows the sample users as buttons, in a page that works for everybody", async () => {
  const answer = await open();
  const html = await answer.text();
  expect(names(html)).toEqual([
    "Contoso owner",
    "Contoso contributor",
    "Fabrikam owner",
    "Fabrikam contributor",
    "Reviewer",
    "Operator",
    "Nobody (no role)",
  ]);
  expect(html).toMatch(/<html lang="en">[\s\S]*<title>Sign in[\s\S]*<main>[\s\S]*<h1>Sign in/);
  expect(html).toContain("Choose whom to be at http://127.0.0.1:5000;");
  expect(html).toContain("color-scheme: light dark");
  expect(html).not.toContain("<script");
});

it("is kept by nobody, framed by nobody, and sends its form nowhere else", async () => {
  const { headers } = await open();
  expect(headers.get("cache-control")).toContain("no-store");
  expect(headers.get("x-frame-options")).toBe("DENY");
  const policy = headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self' http://127.0.0.1:5000");
});

it.each(["operator", "operator@offerpress.example", "OPERATOR"])(
  "puts whoever %s hints at first",
  async (login_hint) => {
    expect(names(await (await open({ login_hint })).text())[0]).toBe("Operator");
  },
);

it("offers the members of a publisher that is no sample, where they are hinted at", async () => {
  const html = await (await open({ login_hint: "acme-owner" })).text();
  expect(names(html)[0]).toBe("Acme owner");
});

it("takes the answer to a page once, and none that belongs to no page", async () => {
  const fields = { ...hiddenFields(await (await open()).text()), account: "operator" };
  expect((await local.post(path, fields)).status).toBe(302);
  const again = await local.post(path, fields);
  expect(again.status).toBe(400);
  expect(await again.text()).toContain("no longer good");
  expect((await local.post(path, { ...fields, transaction: "forged" })).status).toBe(400);
  expect((await local.post(path, { account: "operator" })).status).toBe(400);
});

it("signs nobody in who is not on it", async () => {
  const fields = { ...hiddenFields(await (await open()).text()), account: "root" };
  expect((await local.post(path, fields)).status).toBe(400);
});

it("tells the application that the person turned back", async () => {
  const fields = { ...hiddenFields(await (await open()).text()), cancel: "yes" };
  const url = new URL((await local.post(path, fields)).headers.get("location")!);
  expect(url.searchParams.get("error")).toBe("access_denied");
  expect(url.searchParams.get("state")).toBe("s");
  expect(url.searchParams.has("code")).toBe(false);
});

it.each<[what: string, Fields, RegExp]>([
  ["an unknown application", { client_id: "nobody" }, /AADSTS700016/],
  ["no application", { client_id: "" }, /AADSTS700016/],
  ["an address elsewhere", { redirect_uri: "https://portal.example/cb" }, /AADSTS50011/],
  [
    "an address that only begins like this machine's",
    { redirect_uri: "http://localhost.evil.example/" },
    /AADSTS50011/,
  ],
  [
    "an address with a name in front",
    { redirect_uri: "http://localhost@evil.example/" },
    /AADSTS50011/,
  ],
  ["an address with a fragment", { redirect_uri: "http://localhost/#x" }, /AADSTS50011/],
  ["a script for an address", { redirect_uri: "javascript:alert(1)" }, /AADSTS50011/],
  ["no address", { redirect_uri: "" }, /AADSTS50011/],
])("says on a page of its own what is wrong with %s", async (_, changes, reason) => {
  const answer = await open(changes);
  expect(answer.status).toBe(400);
  expect(answer.headers.get("location")).toBeNull();
  expect(await answer.text()).toMatch(reason);
});

it.each<[what: string, Fields, error: string]>([
  ["no response_type", { response_type: "" }, "invalid_request"],
  ["another response_type", { response_type: "id_token" }, "unsupported_response_type"],
  ["another response_mode", { response_mode: "web_message" }, "invalid_request"],
  ["no proof key", { code_challenge: "", code_challenge_method: "" }, "invalid_request"],
  ["a plain proof key", { code_challenge_method: "plain" }, "invalid_request"],
  ["a short proof key", { code_challenge: "abc" }, "invalid_request"],
  ["an unknown prompt", { prompt: "create" }, "invalid_request"],
  ["no interaction wanted", { prompt: "none" }, "login_required"],
])("tells the application about %s", async (_, changes, error) => {
  const answer = await open(changes);
  expect(answer.status).toBe(302);
  const url = new URL(answer.headers.get("location")!);
  expect(url.origin).toBe("http://127.0.0.1:5000");
  expect(url.searchParams.get("error")).toBe(error);
  expect(url.searchParams.get("error_description")).toMatch(/^AADSTS\d+: /);
  expect(url.searchParams.get("state")).toBe("s");
});

it("escapes what an address brings along", async () => {
  const html = await (await open({ client_id: '"><script>alert(1)</script>' })).text();
  expect(html).not.toContain("<script");
});

it("leads back from signing out to this machine only", async () => {
  const out = (to: string) =>
    local.get(`oauth2/v2.0/logout?state=x&post_logout_redirect_uri=${encodeURIComponent(to)}`);
  const back = await out("http://localhost:3000/bye?a=1");
  expect(back.headers.get("location")).toBe("http://localhost:3000/bye?a=1&state=x");
  const away = await out("https://evil.example/");
  expect(away.status).toBe(200);
  expect(await away.text()).toContain("You are signed out");
});
