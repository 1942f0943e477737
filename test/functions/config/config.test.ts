import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../../functions/config.ts";

const good = {
  DATA_STORAGE: "UseDevelopmentStorage=true",
  CALLBACK_STORAGE: "UseDevelopmentStorage=true",
  REGIONS: "westeurope, eastus",
  REGION_STORAGE_WESTEUROPE: "UseDevelopmentStorage=true",
  REGION_STORAGE_EASTUS__accountName: "opeastus",
  DURABLE_HUB: "Offerpress",
  AUTH_ISSUERS: "https://login.microsoftonline.com/t/v2.0, https://sts.windows.net/t/",
  AUTH_AUDIENCES: "api://offerpress",
};
const refusalOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return "none";
};

describe("the settings", () => {
  it("have sensible values where nothing is said", () => {
    expect(readConfig(good)).toMatchObject({
      defaultProcess: "2018-01",
      holidayCountry: "US",
      requireIfMatch: false,
      completeStatusPublishers: [],
      durableHub: "Offerpress",
      tokens: {
        issuers: ["https://login.microsoftonline.com/t/v2.0", "https://sts.windows.net/t/"],
        audiences: ["api://offerpress"],
        clockSkewSeconds: 60,
      },
    });
  });

  it("name an account by connection string or by identity", () => {
    expect(readConfig(good).regions).toEqual([
      { name: "westeurope", storage: { connectionString: "UseDevelopmentStorage=true" } },
      {
        name: "eastus",
        storage: {
          blobEndpoint: "https://opeastus.blob.core.windows.net",
          tableEndpoint: "https://opeastus.table.core.windows.net",
        },
      },
    ]);
  });

  it("take the addresses of services and the client id of an identity", () => {
    const { data } = readConfig({
      ...good,
      DATA_STORAGE: "",
      DATA_STORAGE__blobServiceUri: "https://d.blob.core.usgovcloudapi.net",
      DATA_STORAGE__tableServiceUri: "https://d.table.core.usgovcloudapi.net",
      DATA_STORAGE__clientId: "client",
    });

    expect(data).toEqual({
      blobEndpoint: "https://d.blob.core.usgovcloudapi.net",
      tableEndpoint: "https://d.table.core.usgovcloudapi.net",
      clientId: "client",
    });
  });

  it("name hosts that may be called inside, with or without a port", () => {
    const named = "127.0.0.1:10000, Storage.Contoso.internal,[::1]:80";
    expect(readConfig({ ...good, OUTBOUND_ALLOWED_HOSTS: named }).outboundAllowedHosts).toEqual([
      "127.0.0.1:10000",
      "Storage.Contoso.internal",
      "[::1]:80",
    ]);
    expect(readConfig(good).outboundAllowedHosts).toEqual([]);
  });

  it("that are missing are named all at once", () => {
    const message = refusalOf({ REGIONS: "westeurope" });

    for (const name of ["DATA_STORAGE", "CALLBACK_STORAGE", "DURABLE_HUB"])
      expect(message).toContain(`${name} is missing`);
    expect(message).toContain("REGION_STORAGE_WESTEUROPE is missing");
  });

  it.each([
    ["REGIONS", "West Europe", "westeurope,eastus"],
    ["REGIONS", " , ", "westeurope,eastus"],
    ["DURABLE_HUB", "1x", "3 to 45 letters"],
    ["DEFAULT_PROCESS", "2031-01", "one of 2018-01, 2018-12"],
    ["HOLIDAY_COUNTRY", "usa", "two-letter"],
    ["STRICT_IF_MATCH", "yes", ""],
    ["MALWARE_DEFENDER", "yes", "true or false"],
    ["OUTBOUND_ALLOWED_HOSTS", "http://127.0.0.1:10000", "127.0.0.1:10000"],
    ["OUTBOUND_ALLOWED_HOSTS", "storage.contoso.internal/leads", "nothing else"],
    ["OUTBOUND_ALLOWED_HOSTS", "good.example, 127.1", "nothing else"],
    ["OUTBOUND_ALLOWED_HOSTS", "*", "nothing else"],
  ])("%s=%s is refused with its rule", (name, value, rule) => {
    const message = refusalOf({ ...good, [name]: value });

    expect(message).toContain(`${name} must be`);
    expect(message).toContain(rule);
  });

  it("that are empty count as missing", () => {
    expect(refusalOf({ ...good, DATA_STORAGE: "" })).toContain("DATA_STORAGE is missing");
  });

  it("of the example are complete", async () => {
    const example = JSON.parse(await readFile("local.settings.json.example", "utf8")) as {
      Values: Record<string, string>;
    };

    expect(readConfig(example.Values).regions).toHaveLength(2);
  });
});
