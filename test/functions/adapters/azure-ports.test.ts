import { ContainerClient } from "@azure/storage-blob";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { TableClient } from "@azure/data-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { azurePorts } from "../../../functions/adapters/azure-ports.ts";
import type { Ports } from "../../../shared/ports.ts";
import { ReceivingHost } from "./leads/receiving-host.ts";
import { startAzurite } from "../../support/azurite.ts";
import { allContracts } from "./contracts/all-contracts.ts";
import { at, freshKey } from "./contracts/port-contract.ts";
import { progressOf } from "./contracts/progress-store.ts";
import { inOnePiece } from "../../../shared/packages/chunks.ts";

/** How many HTTP requests an act makes. */
async function requestsOf(act: () => Promise<unknown>): Promise<number> {
  let requests = 0;
  const count = () => void requests++;
  subscribe("http.client.request.start", count);
  await act();
  unsubscribe("http.client.request.start", count);
  return requests;
}

let azurite: Awaited<ReturnType<typeof startAzurite>>;
const noIssuers = { issuers: [], audiences: [], clockSkewSeconds: 0 };
let ports: Ports;

const host = new ReceivingHost();

beforeAll(async () => {
  await host.start();
  azurite = await startAzurite(["blob", "table"]);
  const data = { connectionString: azurite.connectionString };
  const regions = [{ name: "westeurope", storage: data }];
  ports = azurePorts({
    data,
    regions,
    holidayCountry: "US",
    tokens: noIssuers,
    malware: {},
    outboundAllowedHosts: [host.name, ...azurite.hosts],
  });
});
afterAll(async () => {
  await azurite.stop();
  await host.stop();
});

describe("on Azurite", () => {
  allContracts(() => ports);

  it("an upload goes through the signed address, and to no other blob", async () => {
    const blob = `contoso/${freshKey().offerId}/a1/my app.zip`;
    const url = await ports.uploads.sign(blob, new Date(Date.now() + 60_000));
    const put = (to: string) =>
      fetch(to, { method: "PUT", headers: { "x-ms-blob-type": "BlockBlob" }, body: "zip" });

    expect((await put(url)).status).toBe(201);
    expect((await put(url.replace("/a1/", "/a2/"))).status).toBe(403);
    expect(Buffer.from((await ports.uploads.read(blob)) ?? []).toString()).toBe("zip");
  });

  it("an upload is copied from an address, in blocks, and not again while it is the same", async () => {
    const bytes = "x".repeat(3_000_000);
    host.reply = ({ headers }) =>
      headers["if-none-match"] === '"1"' ? [304] : [200, bytes, { etag: '"1"' }];
    const blob = `contoso/${freshKey().offerId}/a1/app.zip`;
    const copy = { blob, mostBytes: 4_000_000 };
    const first = await ports.uploads.copyFrom(host.address, copy);
    expect(first).toEqual({ ok: true, isUnchanged: false, etag: '"1"' });
    expect(Buffer.from((await ports.uploads.read(blob)) ?? []).toString()).toBe(bytes);
    const again = await ports.uploads.copyFrom(host.address, { ...copy, unlessEtag: '"1"' });
    expect(again).toMatchObject({ ok: true, isUnchanged: true });
    const small = { blob: `${blob}2`, mostBytes: 1000 };
    expect(await ports.uploads.copyFrom(host.address, small)).toMatchObject({ ok: false });
    expect(await ports.uploads.read(small.blob)).toBeUndefined();
    expect(await ports.uploads.copyFrom("https://127.0.0.1/", copy)).toMatchObject({ ok: false });
  });

  it("an upload that is written anew cannot be read on", async () => {
    const blob = `contoso/${freshKey().offerId}/a1/app.zip`;
    const url = await ports.uploads.sign(blob, new Date(Date.now() + 60_000));
    const put = (body: string) =>
      fetch(url, { method: "PUT", headers: { "x-ms-blob-type": "BlockBlob" }, body });
    await put("before");
    const source = await ports.uploads.open(blob);
    expect(source?.size).toBe(6);
    expect(Buffer.from((await source?.read(2, 3)) ?? []).toString()).toBe("for");
    await put("after!");
    await expect(source?.read(0, 6)).rejects.toMatchObject({ statusCode: 412 });
  });

  it("a package is downloaded through its link", async () => {
    const sum = "e".repeat(64);
    await ports.packages.put(sum, inOnePiece(Uint8Array.of(7)));
    const answer = await fetch(await ports.packages.link(sum, new Date(Date.now() + 60_000)));

    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([7]);
  });

  it("where an offer stands is one request, however often it was submitted", async () => {
    const { progress } = ports;
    const key = freshKey();
    let last = await progress.write(undefined, progressOf(key, 0));
    for (const number of [1, 2, 3, 4, 5])
      last = await progress.write(last, progressOf(key, number));

    expect(await requestsOf(() => progress.read(key))).toBe(1);
    expect(await requestsOf(() => progress.write(last, progressOf(key, 6)))).toBe(1);
  });

  it("a step with more findings than a row holds keeps the first of them", async () => {
    const { progress } = ports;
    const after = progressOf(freshKey(), 1);
    const finding = {
      ruleId: "rule",
      severity: "error",
      message: "x".repeat(4000),
      fix: "",
      whose: "content",
    } as const;
    const findings = Array.from({ length: 20 }, () => finding);
    const steps = after.steps.map((step) => ({ ...step, findings, findingCount: 20 }));
    await progress.write(undefined, { ...after, steps });
    const read = await progress.read(after.offer);

    expect(read?.value.steps[0]?.findings).toHaveLength(7);
    expect(read?.value.steps[0]?.findingCount).toBe(20);
  });

  it("a lead is one row of the publisher's table, however often it is sent", async () => {
    const { connectionString } = azurite;
    const settings = {
      kind: "azure-table" as const,
      configuration: { connectionString, tableName: "MarketplaceLeads" },
    };
    const payload = {
      LeadSource: "Test",
      UserDetails: { Company: "Contoso", Email: "a@b.example" },
    };
    const lead = { leadId: "lead-1", createdAt: at, payload };
    expect(await ports.leads.send(settings, lead)).toEqual({ ok: true });
    expect(await ports.leads.send(settings, lead)).toEqual({ ok: true });
    const rows = [];
    const table = TableClient.fromConnectionString(connectionString, "MarketplaceLeads", {
      allowInsecureConnection: true,
    });
    for await (const row of table.listEntities()) rows.push(row);

    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ rowKey: "lead-1", Company: "Contoso", LeadSource: "Test" });
  });

  it("a lead is one blob of the publisher's container, however often it is sent", async () => {
    const { connectionString } = azurite;
    const settings = {
      kind: "azure-blob" as const,
      configuration: { connectionString, containerName: "leads" },
    };
    const lead = { leadId: "lead-1", createdAt: at, payload: { UserDetails: { Company: "C" } } };
    expect(await ports.leads.send(settings, lead)).toEqual({ ok: true });
    expect(await ports.leads.send(settings, lead)).toEqual({ ok: true });
    const names = [];
    const container = new ContainerClient(connectionString, "leads");
    for await (const { name } of container.listBlobsFlat()) names.push(name);
    expect(names).toEqual([`${at.slice(0, 10)}/lead-1.json`]);
    const bytes = await container.getBlobClient(names[0]!).downloadToBuffer();
    expect(JSON.parse(bytes.toString())).toMatchObject({ UserDetails: { Company: "C" } });
  });

  it("a lead destination with a wrong key refuses, saying what to do", async () => {
    const connectionString = azurite.connectionString.replace(
      /AccountKey=.{8}/,
      "AccountKey=AAAAAAAA",
    );
    const settings = {
      kind: "azure-table" as const,
      configuration: { connectionString, tableName: "MarketplaceLeads" },
    };
    const lead = { leadId: "lead-1", createdAt: at, payload: { UserDetails: {} } };
    const answer = await ports.leads.send(settings, lead);

    expect(answer).toMatchObject({ ok: false, reason: expect.stringContaining("Access keys") });
  });

  it("a region that is not configured is named", async () => {
    await expect(ports.regions.copyPackage("mars", "e".repeat(64))).rejects.toThrow(
      'Region "mars" is not configured',
    );
  });

  it("a page token that we never gave out ends the list", async () => {
    expect(await ports.catalogue.listLive("junk")).toEqual({ rows: [] });
  });
});
