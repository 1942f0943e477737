import { describe, expect, it } from "vitest";
import { leadDestinationOf } from "../../../shared/leads/lead-destination.ts";
import type { JsonObject } from "../../../shared/offers/json-fields.ts";
import { Lead } from "../../../shared/leads/lead.ts";
import { testLead, ticksOf } from "../../../shared/leads/test-lead.ts";
import { submissionOf } from "../support/progress-of.ts";
import { validOffer } from "../support/valid-offer.ts";

const configurations = {
  table: { connectionString: "UseDevelopmentStorage=true" },
  blob: { connectionString: "UseDevelopmentStorage=true", containerName: "leads" },
  crm: {
    url: "https://contoso.crm.dynamics.com",
    authentication: "AAD",
    applicationId: "00000000-0000-4000-8000-000000000001",
    applicationKey: "secret",
    directoryId: "00000000-0000-4000-8000-000000000002",
  },
  httpsEndpoint: { httpsEndpointUri: "https://contoso.com/leads?sig=1" },
  marketo: { serverId: "ys12", munchkinId: "123-PQR-789", formId: "1179" },
  salesForce: { objectIdentifier: "00D300000001XyZ" },
};
type Name = keyof typeof configurations;

const choose = (leadDestination: unknown, configured: Partial<Record<Name, JsonObject>> = {}) =>
  leadDestinationOf(
    validOffer({
      offer: Object.fromEntries([
        ["microsoft-azure-marketplace.leadDestination", leadDestination],
        ...Object.entries(configured).map(([name, value]) => [
          `microsoft-azure-marketplace.${name}LeadConfiguration`,
          value,
        ]),
      ]),
    }),
  );

describe("a lead destination", () => {
  it.each(["None", "none", "", undefined])("%s is none", (said) => {
    expect(choose(said)).toEqual({ kind: "none" });
  });

  it.each<[string, string, Name]>([
    ["AzureTable", "azure-table", "table"],
    ["azureTable", "azure-table", "table"],
    ["Azure Table", "azure-table", "table"],
    ["AzureBlob", "azure-blob", "blob"],
    ["DynamicsCRM", "dynamics-crm", "crm"],
    ["HttpsEndpoint", "https-endpoint", "httpsEndpoint"],
    ["marketo", "marketo", "marketo"],
    ["SalesForce", "salesforce", "salesForce"],
  ])("%s is %s", (said, kind, name) => {
    expect(choose(said, configurations)).toEqual({
      kind: "leads",
      settings: { kind, configuration: configurations[name] },
    });
  });

  it("takes the names of later clients, and the form's number as a number", () => {
    const marketo = { serverID: "ys12", munchkinAccountID: "123-PQR-789", formID: 1179 };
    expect(choose("Marketo", { marketo })).toEqual({
      kind: "leads",
      settings: { kind: "marketo", configuration: configurations.marketo },
    });
  });

  it.each<[string, Partial<Record<Name, JsonObject>>, string, string]>([
    ["Pigeon", {}, "leadDestination", "not a lead destination"],
    ["AzureTable", {}, "tableLeadConfiguration.connectionString", "missing"],
    ["AzureBlob", {}, "blobLeadConfiguration.connectionString", "missing"],
    [
      "Marketo",
      { marketo: { serverId: "ys12" } },
      "marketoLeadConfiguration.munchkinId",
      "missing",
    ],
    [
      "AzureTable",
      { table: { connectionString: "x", tableName: "no dashes-here" } },
      "tableLeadConfiguration.tableName",
      "3 to 63 letters",
    ],
    [
      "HttpsEndpoint",
      { httpsEndpoint: { httpsEndpointUri: "http://contoso.com" } },
      "httpsEndpointLeadConfiguration.httpsEndpointUri",
      "https://",
    ],
    [
      "CRM",
      { crm: { ...configurations.crm, authentication: "Office365" } },
      "crmLeadConfiguration.authentication",
      "no longer",
    ],
    [
      "CRM",
      { crm: { ...configurations.crm, applicationKey: "" } },
      "crmLeadConfiguration.applicationKey",
      "missing",
    ],
  ])("%s with %j is refused with advice", (said, configured, field, message) => {
    const choice = choose(said, configured);
    if (choice.kind !== "invalid") throw new Error("it was accepted");
    expect(choice.findings[0]).toMatchObject({
      severity: "error",
      whose: "content",
      tab: "Marketplace",
      field: `definition.offer.microsoft-azure-marketplace.${field}`,
      message: expect.stringContaining(message),
    });
  });
});

describe("a test lead", () => {
  const at = new Date("2018-03-16T12:32:56.123Z");

  it("carries the moment in ticks", () => {
    expect(ticksOf(new Date("2000-01-01T00:00:00Z"))).toBe("630822816000000000");
    const lead = testLead(submissionOf(3), "Sample", at);
    expect(Lead.parse(lead)).toEqual(lead);
    expect(lead.payload.UserDetails.Email).toBe(`MSFT_TEST_${ticksOf(at)}@test.com`);
    expect(lead.payload.LeadSource).toBe("AzureMarketplace-INS|contoso.sample");
    expect(lead.payload.UserDetails.Country).toBe("US");
  });

  it("has the same id however often a submission sends it", () => {
    const ids = [0, 1].map((n) => testLead(submissionOf(3), "Sample", new Date(n)).leadId);
    expect(new Set(ids).size).toBe(1);
  });
});
