import { describe, expect, it } from "vitest";
import { assetUploaded } from "../../../functions/triggers/asset-uploaded.ts";
import { type Asset, type AssetKind, blobOfAsset } from "../../../shared/offers/asset.ts";
import { writePackage } from "../../../shared/packages/write-package.ts";
import { png } from "./a-png.ts";
import { aContext, contoso, testShell, type TestShell } from "../test-shell.ts";

const pdf = Buffer.from("%PDF-1.7 ...");
const audience = (type = "SubscriptionId") =>
  Buffer.from(`Type,Id,Description\n${type},00000000-0000-4000-8000-000000000001,North\n`);
const zip = async () => {
  const bytes = new TextEncoder().encode("{}");
  const { bytes: written } = await writePackage([{ path: "mainTemplate.json", bytes }]);
  return written;
};

async function anAsset(shell: TestShell, kind: AssetKind, fileName = "file"): Promise<Asset> {
  const named = { ...contoso, assetId: "a1", fileName };
  const asset: Asset = {
    ...named,
    kind,
    blob: blobOfAsset(named),
    state: "awaiting-upload",
    findings: [],
    createdAt: shell.at(),
  };
  await shell.ports.assets.create(asset);
  return asset;
}

const announced = (more: Record<string, string> = {}) =>
  aContext({
    publisher: "contoso",
    offer: "app",
    asset: "a1",
    name: "file",
    blobTrigger: "uploads/contoso/app/a1/file",
    ...more,
  });

async function upload(shell: TestShell, bytes: Uint8Array, more: Record<string, string> = {}) {
  const { context, lines } = announced(more);
  shell.uploads.set("contoso/app/a1/file", bytes);
  await assetUploaded(shell.shell)({}, context);
  return { asset: await shell.ports.assets.read(contoso, "a1"), lines };
}

describe("an uploaded asset", () => {
  it.each([
    ["package", zip, "application/zip"],
    ["test-drive-package", zip, "application/zip"],
    ["logo", () => png(), "image/png"],
    ["screenshot", () => png(), "image/png"],
    ["document", () => pdf, "application/pdf"],
    ["audience", () => audience(), "text/csv"],
  ] as const)("of kind %s is accepted by what it holds", async (kind, make, contentType) => {
    const shell = testShell();
    await anAsset(shell, kind);
    const bytes = await make();
    const { asset } = await upload(shell, bytes);

    expect(asset).toMatchObject({ state: "accepted", contentType, size: bytes.length });
    expect(asset?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(asset?.examinedAt).toBe(shell.at());
  });

  it("that is an image shows its pixels", async () => {
    const shell = testShell();
    await anAsset(shell, "logo");

    expect((await upload(shell, png(216, 90))).asset?.image).toEqual({ width: 216, height: 90 });
  });

  it.each([
    ["package", () => png(), "asset-has-its-format"],
    ["logo", () => pdf, "asset-has-its-format"],
    ["document", () => Buffer.from("MZ"), "asset-has-its-format"],
    ["logo", () => Buffer.alloc(0), "asset-has-its-format"],
    ["logo", () => png(40, 40, [1]), "asset-is-readable"],
    ["logo", () => png(0, 40), "asset-is-readable"],
    ["logo", () => png().subarray(0, 20), "asset-is-readable"],
    ["logo", () => png().with(12, 0x43), "asset-is-readable"],
    [
      "screenshot",
      () => Buffer.concat([png(), Buffer.alloc(20 * 1024 * 1024)]),
      "asset-is-within-limits",
    ],
    ["package", async () => (await zip()).subarray(0, 60), "package-is-readable"],
    ["audience", () => audience("TenantId"), "audience-type"],
    ["audience", () => Buffer.from([0xff, 0x41]), "audience-is-readable"],
    ["audience", () => Buffer.alloc(6 * 1024 * 1024, "x"), "asset-is-within-limits"],
    ["audience", () => zip(), "asset-has-its-format"],
    ["document", () => audience(), "asset-has-its-format"],
  ] as const)("of kind %s that is not one is rejected by a rule", async (kind, make, rule) => {
    const shell = testShell();
    await anAsset(shell, kind);
    const { asset } = await upload(shell, await make());

    expect(asset?.state).toBe("rejected");
    expect(asset?.findings.map((finding) => finding.ruleId)).toContain(rule);
    for (const finding of asset?.findings ?? []) expect(finding.fix).not.toBe("");
  });

  it("that lists an audience says in which line it is wrong", async () => {
    const shell = testShell();
    await anAsset(shell, "audience");
    const { asset } = await upload(shell, audience("TenantId"));

    expect(asset?.findings).toMatchObject([{ line: 2, column: 1 }]);
  });

  it("is examined once however often the same bytes are announced", async () => {
    const shell = testShell();
    await anAsset(shell, "logo");
    const { asset } = await upload(shell, png());
    shell.clock.pass(1000);

    expect((await upload(shell, png())).asset).toEqual(asset);
  });

  it("that is gone again is left alone", async () => {
    const shell = testShell();
    const asked = await anAsset(shell, "logo");
    const { context, lines } = announced();
    await assetUploaded(shell.shell)({}, context);

    expect(await shell.ports.assets.read(contoso, "a1")).toEqual(asked);
    expect(lines.join()).toContain("gone before anybody looked");
  });

  it("is rejected when other bytes are put in its place", async () => {
    const shell = testShell();
    await anAsset(shell, "logo");
    await upload(shell, png());
    const { asset } = await upload(shell, png(90, 90));

    expect(asset?.state).toBe("rejected");
    expect(asset?.findings[0]?.ruleId).toBe("asset-is-uploaded-once");
  });

  it.each([{ asset: "a2" }, { name: "other" }, { publisher: "NOT ONE" }, { asset: "-" }])(
    "that nobody asked for is left alone: %j",
    async (more) => {
      const shell = testShell();
      const asked = await anAsset(shell, "logo");
      const { asset, lines } = await upload(shell, png(), more as Record<string, string>);

      expect(asset).toEqual(asked);
      expect(lines.join()).toContain("belongs to no asset");
    },
  );
});
