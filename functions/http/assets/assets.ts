import { AssetId } from "../../../shared/offers/asset.ts";
import { ok } from "../answers.ts";
import { access } from "../../../shared/identity/access.ts";
import { offerEndpoint } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { printable } from "../request/malformed.ts";
import { assetView } from "./asset-view.ts";

const reading = { dialect: "own", access: access.readers } as const;

/** All assets of an offer, also of one whose document is not written yet. */
export const listAssets = offerEndpoint(reading, ({ ports }) => async ({ key }) => {
  return ok((await ports.assets.list(key)).map(assetView));
});

/** One asset and what was found in it. */
export const readAsset = offerEndpoint(reading, ({ ports }) => async ({ request, key }) => {
  const asked = request.params["assetId"] ?? "";
  const assetId = AssetId.safeParse(asked);
  const asset = assetId.success ? await ports.assets.read(key, assetId.data) : undefined;
  if (asset) return ok(assetView(asset));
  return missingNotices.asset(printable(asked));
});
