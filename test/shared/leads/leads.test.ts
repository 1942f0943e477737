import { describe, expect, it } from "vitest";
import { leadDestinationOf } from "../../../shared/leads/lead-destination.ts";
import { Lead } from "../../../shared/leads/lead.ts";
import { testLead, ticksOf } from "../../../shared/leads/test-lead.ts";
import { submissionOf } from "../support/progress-of.ts";
import { validOffer } from "../support/valid-offer.ts";

const choose = (leadDestination: unknown, tableLeadConfiguration?: unknown) =>
  leadDestinationOf(
    validOffer({
      offer: {
        "microsoft-azure-marketplace.leadDestination": leadDestination,
        "microsoft-azure-marketplace.tableLeadConfiguration": tableLeadConfiguration,
      },
    }),
  );

describe("a lead destination", () => {
  it.each(["None", "none", "", undefined])("%s is none", (said) => {
    expect(choose(said)).toEqual({ kind: "none" });
  });

  it.each(["AzureTable", "azureTable", "Azure Table"])("%s is a table", (said) => {
    expect(choose(said, { connectionString: "UseDevelopmentStorage=true" })).toEqual({
      kind: "azure-table",
      configuration: {
        connectionString: "UseDevelopmentStorage=true",
        tableName: "MarketplaceLeads",
      },
    });
  });

  it.each([
    ["AzureBlob", {}, "Azure Blob"],
    ["Marketo", {}, "Marketo"],
    ["Pigeon", {}, "not a lead destination"],
    ["AzureTable", {}, "described"],
    ["AzureTable", { connectionString: "x", tableName: "no dashes-here" }, "described"],
  ])("%s with %j is refused with advice", (said, configuration, message) => {
    const choice = choose(said, configuration);
    if (choice.kind !== "invalid") throw new Error("it was accepted");
    expect(choice.finding.message).toContain(message);
    expect(choice.finding).toMatchObject({ severity: "error", whose: "content" });
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
