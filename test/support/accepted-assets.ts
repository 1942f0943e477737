import { blobOfAsset, type Asset } from "../../shared/offers/asset.ts";
import { sha256 } from "../../shared/packages/sha256.ts";
import { aPackage, aTestDrivePackage } from "./a-package.ts";
import type { FakePorts } from "./fake-ports.ts";

const key = { publisherId: "contoso", offerId: "mail" };
const pixels = [
  [40, 40],
  [90, 90],
  [115, 115],
  [255, 115],
] as const;

/** Puts an accepted asset of the offer contoso/mail where the trigger would have left it. */
export async function acceptAsset(
  fake: FakePorts,
  assetId: string,
  bytes: Uint8Array,
  more: Partial<Asset> = {},
): Promise<void> {
  const named = { ...key, assetId, fileName: `${assetId}.zip` };
  const asset: Asset = {
    ...named,
    kind: "package",
    blob: blobOfAsset(named),
    state: "accepted",
    sha256: await sha256(bytes),
    size: bytes.length,
    findings: [],
    createdAt: "2030-01-07T08:00:00.000Z",
    examinedAt: "2030-01-07T08:01:00.000Z",
    ...more,
  };
  fake.uploads.set(asset.blob, bytes);
  await fake.others.assets.record(asset);
}

/** Accepts everything that `anOfferDocument` refers to; `packages` by asset id. */
export async function acceptAssets(
  fake: FakePorts,
  packages: Readonly<Record<string, Uint8Array>> = {},
): Promise<void> {
  const all = { "package-1": await aPackage(), ...packages };
  for (const [assetId, bytes] of Object.entries(all)) await acceptAsset(fake, assetId, bytes);
  const testDrive = packages["test-drive"] ?? (await aTestDrivePackage());
  await acceptAsset(fake, "test-drive", testDrive, { kind: "test-drive-package" });
  for (const [width, height] of pixels) {
    const image = { width, height };
    const logo = { kind: "logo", fileName: "logo.png", image } as const;
    await acceptAsset(fake, `logo-${width}x${height}`, new Uint8Array([width, height]), logo);
  }
}
