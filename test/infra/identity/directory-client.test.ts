import { afterAll, beforeAll, expect, it } from "vitest";
import { DirectoryClient } from "../../../infra/local/identity/client/directory-client.ts";
import { LocalTokens } from "../../../infra/local/identity/client/local-tokens.ts";
import { tenantId } from "../../../infra/local/identity/directory/sample-directory.ts";
import { runningIssuer } from "./running-issuer.ts";
import { startStubApp } from "./stub-app.ts";

const local = runningIssuer();
let app: Awaited<ReturnType<typeof startStubApp>>;
let directory: DirectoryClient;
beforeAll(async () => {
  app = await startStubApp(local.issuer.issuers);
  directory = new DirectoryClient(app.url, new LocalTokens(local.issuer.url));
});
afterAll(() => app.close());

it("makes a publisher with an owner, a contributor and its pipeline", async () => {
  await directory.ensurePublisher("contoso");
  const users = [...app.publishers.get("contoso")!.values()];
  expect(users.map(({ kind, name, role }) => [kind, name, role])).toEqual([
    ["user", "Contoso owner", "owner"],
    ["user", "Contoso contributor", "contributor"],
    ["service-principal", "contoso-pipeline", "owner"],
  ]);
  expect(users.every((user) => user.tenantId === tenantId)).toBe(true);
});

it("changes nothing the second time", async () => {
  await directory.ensurePublisher("fabrikam");
  const before = app.writes.length;
  await directory.ensurePublisher("fabrikam");
  expect(app.writes).toHaveLength(before);
});

it("completes a publisher that somebody else made, or that a killed start left without members", async () => {
  const other = { objectId: "o", tenantId: "t", kind: "user", name: "Somebody", role: "owner" };
  app.publishers.set("acme", new Map([["o", other]]));
  await directory.ensurePublisher("acme");
  const names = [...app.publishers.get("acme")!.values()].map(({ name }) => name);
  expect(names).toEqual(["Somebody", "Acme owner", "Acme contributor"]);
  expect(app.writes).not.toContain("/api/publishers/acme");
});

it("gives a member back the role that its name says", async () => {
  await directory.ensurePublisher("northwind");
  const users = app.publishers.get("northwind")!;
  const [id, user] = [...users].find(([, { name }]) => name === "Northwind owner")!;
  users.set(id, { ...user, role: "contributor" });
  await directory.ensurePublisher("northwind");
  expect(users.get(id)).toMatchObject({ role: "owner" });
});

it("says who does not answer", async () => {
  const gone = "http://127.0.0.1:1";
  const noIssuer = new DirectoryClient(app.url, new LocalTokens(gone));
  await expect(noIssuer.ensurePublisher("contoso")).rejects.toThrow(
    `the local issuer does not answer at ${gone}`,
  );
  const noApp = new DirectoryClient(gone, new LocalTokens(local.issuer.url));
  await expect(noApp.ensurePublisher("contoso")).rejects.toThrow(
    `the app does not answer at ${gone}`,
  );
});
