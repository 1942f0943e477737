import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sendToBlobs } from "../../../../functions/adapters/leads/blob-leads.ts";
import { storageCheck } from "../../../../functions/adapters/leads/storage-check.ts";
import { refusalOf } from "../../../../functions/adapters/leads/storage-refusal.ts";
import { sendToTable } from "../../../../functions/adapters/leads/table-leads.ts";
import { ReceivingHost } from "./receiving-host.ts";

const host = new ReceivingHost();
beforeAll(() => host.start());
afterAll(() => host.stop());
beforeEach(() => {
  host.received.length = 0;
});

const lead = {
  leadId: "lead-1",
  createdAt: "2030-01-07T09:00:00.000Z",
  payload: { LeadSource: "Test", UserDetails: { Company: "Fabrikam & Söhne" } },
};
const account =
  "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=aHVudGVyMg==;EndpointSuffix=core.windows.net";
const emulated = () =>
  `${account};TableEndpoint=${host.address}/contoso;BlobEndpoint=${host.address}/contoso`;
const publicly = async () => [{ address: "20.60.0.1", family: 4 }];
const strictly = storageCheck({ allowedHosts: [], resolve: publicly });

describe.each([
  [
    "table",
    (check: typeof strictly, connectionString: string) =>
      sendToTable(check)({ connectionString, tableName: "Leads" }, lead),
  ],
  [
    "blob",
    (check: typeof strictly, connectionString: string) =>
      sendToBlobs(check)({ connectionString, containerName: "leads" }, lead),
  ],
])("a lead to a %s", (service, send) => {
  it.each([
    ["no connection string at all", "hello"],
    ["an address inside a network", `${account};ENDPOINT=http://169.254.169.254/x`],
    ["an inner address with encryption", `${account};ENDPOINT=https://10.0.0.1/x`],
    [
      "a host that only looks like Azure",
      `${account};ENDPOINT=https://x.table.core.windows.net.evil.example`,
    ],
    ["an account whose name ends the host", account.replace("contoso", "evil.example/")],
    ["half an address", `${account};ENDPOINT=garbage`],
    ["an emulator, where none is allowed", "UseDevelopmentStorage=true"],
    [
      "an emulator elsewhere",
      "UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://169.254.169.254",
    ],
  ])("by %s is refused without a call", async (_, text) => {
    const endpoint = service === "table" ? "TableEndpoint" : "BlobEndpoint";
    const answer = await send(strictly, text.replace("ENDPOINT", endpoint));
    expect(answer).toMatchObject({
      ok: false,
      reason: expect.stringContaining("Access keys page"),
    });
    expect(JSON.stringify(answer)).not.toContain("aHVudGVyMg");
  });

  it("of an account that is not there is refused", async () => {
    const resolve = () => Promise.reject(Object.assign(new Error("gone"), { code: "ENOTFOUND" }));
    const answer = await send(storageCheck({ allowedHosts: [], resolve }), account);
    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining("no host") });
  });

  it("of an account that only our own network knows is refused", async () => {
    const resolve = async () => [{ address: "10.0.0.4", family: 4 }];
    const answer = await send(storageCheck({ allowedHosts: [], resolve }), account);
    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining("public internet") });
  });

  it("waits while name resolution is away", async () => {
    const resolve = () => Promise.reject(Object.assign(new Error("away"), { code: "EAI_AGAIN" }));
    await expect(send(storageCheck({ allowedHosts: [], resolve }), account)).rejects.toThrow(
      "name resolution is away",
    );
  });

  it.each([
    [403, "Access keys page"],
    [404, "status 404"],
  ])("that storage answers with %i is refused, and no key is repeated", async (status, reason) => {
    host.reply = () => [status, "<html></html>"];
    const answer = await send(storageCheck({ allowedHosts: [host.name] }), emulated());
    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
    expect(JSON.stringify(answer)).not.toContain("aHVudGVyMg");
  });

  it("is what storage is sent, signed and without the key", async () => {
    host.reply = ({ path }) => [path.includes("Leads(") ? 204 : 201];
    expect(await send(storageCheck({ allowedHosts: [host.name] }), emulated())).toEqual({
      ok: true,
    });
    const request = host.received.at(-1);
    expect(request?.method).toBe("PUT");
    expect(request?.path).toContain("lead-1");
    expect(request?.headers.authorization).toMatch(/^SharedKey(?:Lite)? contoso:/);
    expect(request?.body).toContain("Fabrikam & Söhne");
    expect(JSON.stringify(host.received)).not.toContain("aHVudGVyMg");
  });
});

it.each(["https://contoso.table.core.windows.net", "https://contoso.z12.blob.storage.azure.net"])(
  "%s is an address of Azure",
  async (address) => {
    expect(await strictly(address)).toBeUndefined();
  },
);

it.each([undefined, 408, 429, 500, 503])("storage that answers %s is an outage", (statusCode) => {
  const outage = Object.assign(new Error("later"), { statusCode });
  expect(() => refusalOf(outage)).toThrow(outage);
});
