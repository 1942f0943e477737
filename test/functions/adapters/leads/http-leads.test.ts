import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { leadSenders } from "../../../../functions/adapters/leads/lead-senders.ts";
import { storageCheck } from "../../../../functions/adapters/leads/storage-check.ts";
import { guardedFetch } from "../../../../functions/adapters/outbound/guarded-fetch.ts";
import type { LeadSettings } from "../../../../shared/offers/model/leads/lead-configurations.ts";
import type { LeadDestinations } from "../../../../shared/ports/outside.ts";
import { ReceivingHost } from "./receiving-host.ts";

const host = new ReceivingHost();
let leads: LeadDestinations;
const lead = {
  leadId: "test.contoso.sample.1",
  createdAt: "2030-01-07T09:00:00.000Z",
  payload: {
    ActionCode: "INS",
    OfferTitle: "Ledger",
    LeadSource: "AzureMarketplace-INS|contoso.sample",
    UserDetails: {
      Company: "Fabrikam & Söhne",
      Country: "US",
      Email: "buyer@fabrikam.example",
      FirstName: "First",
      LastName: "Last",
      Phone: "1234567890",
      Title: "Buyer",
    },
  },
};
const directoryId = "00000000-0000-4000-8000-000000000002";
const crm = (): LeadSettings => ({
  kind: "dynamics-crm",
  configuration: {
    url: host.address,
    authentication: "AAD",
    applicationId: "00000000-0000-4000-8000-000000000001",
    applicationKey: "hunter2",
    directoryId,
  },
});
const endpoint = (): LeadSettings => ({
  kind: "https-endpoint",
  configuration: { httpsEndpointUri: `${host.address}/flow?sig=hunter2` },
});

beforeAll(async () => {
  await host.start();
  leads = leadSenders(
    guardedFetch({ allowedHosts: [host.name] }),
    storageCheck({ allowedHosts: [] }),
    {
      login: `${host.address}/login`,
      salesforce: `${host.address}/servlet?encoding=UTF-8`,
      marketo: (serverId) => `${host.address}/marketo/${serverId}`,
    },
  );
});
afterAll(() => host.stop());
beforeEach(() => {
  host.received.length = 0;
  host.reply = () => [200];
});

it("an HTTPS endpoint is posted the lead as JSON", async () => {
  expect(await leads.send(endpoint(), lead)).toEqual({ ok: true });
  const [request] = host.received;
  expect(request).toMatchObject({ method: "POST", path: "/flow?sig=hunter2" });
  expect(request?.headers["content-type"]).toMatch(/^application\/json/);
  expect(JSON.parse(request?.body ?? "")).toEqual(lead.payload);
});

it("Salesforce gets its web-to-lead form", async () => {
  const settings: LeadSettings = {
    kind: "salesforce",
    configuration: { objectIdentifier: "00D300000001XyZ" },
  };
  expect(await leads.send(settings, lead)).toEqual({ ok: true });
  const form = Object.fromEntries(new URLSearchParams(host.received[0]?.body));
  expect(form).toMatchObject({
    oid: "00D300000001XyZ",
    encoding: "UTF-8",
    last_name: "Last",
    company: "Fabrikam & Söhne",
    email: "buyer@fabrikam.example",
    lead_source: "AzureMarketplace-INS|contoso.sample",
  });
});

it("Marketo gets a form of its account", async () => {
  const settings: LeadSettings = {
    kind: "marketo",
    configuration: { serverId: "ys12", munchkinId: "123-PQR-789", formId: "1179" },
  };
  expect(await leads.send(settings, lead)).toEqual({ ok: true });
  expect(host.received[0]?.path).toBe("/marketo/ys12");
  const form = Object.fromEntries(new URLSearchParams(host.received[0]?.body));
  expect(form).toMatchObject({ formid: "1179", munchkinId: "123-PQR-789", LastName: "Last" });
});

it("Dynamics gets one record, however often the lead is sent, from the app that signs in", async () => {
  host.reply = ({ path }) => (path.startsWith("/login") ? [200, '{"access_token":"abc"}'] : [204]);
  expect(await leads.send(crm(), lead)).toEqual({ ok: true });
  expect(await leads.send(crm(), lead)).toEqual({ ok: true });
  const [signIn, record, , again] = host.received;
  expect(signIn?.path).toBe(`/login/${directoryId}/oauth2/v2.0/token`);
  expect(Object.fromEntries(new URLSearchParams(signIn?.body))).toMatchObject({
    grant_type: "client_credentials",
    scope: `${host.address}/.default`,
  });
  expect(record).toMatchObject({ method: "PATCH", path: again?.path });
  expect(record?.path).toMatch(/^\/api\/data\/v9\.2\/leads\([0-9a-f]{8}(-[0-9a-f]{4}){3}-/);
  expect(record?.headers.authorization).toBe("Bearer abc");
  expect(JSON.parse(record?.body ?? "")).toMatchObject({ lastname: "Last", subject: "Ledger" });
});

it.each([
  ["an app that the directory does not know", crm, [401, '{"error":"invalid_client"}'] as const],
  ["a directory that answers something else", crm, [200, "<html>hunter2</html>"] as const],
  ["an endpoint that is away", endpoint, [503] as const],
  ["an endpoint that moved", endpoint, [307] as const],
])("%s refuses, and no secret is repeated", async (_, settings, reply) => {
  host.reply = () => reply;
  const answer = await leads.send(settings(), lead);
  expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining(String(reply[0])) });
  expect(JSON.stringify(answer)).not.toContain("hunter2");
});

it("an address inside the network is refused without a call", async () => {
  const guarded = leadSenders(
    guardedFetch({ allowedHosts: [] }),
    storageCheck({ allowedHosts: [] }),
  );
  const inner: LeadSettings = {
    kind: "https-endpoint",
    configuration: { httpsEndpointUri: "https://169.254.169.254/metadata" },
  };
  expect(await guarded.send(inner, lead)).toMatchObject({ ok: false });
  expect(await guarded.send(endpoint(), lead)).toMatchObject({ ok: false });
  expect(host.received).toEqual([]);
});
