import { AssetId } from "../../../shared/offers/asset.ts";
import { ok } from "../answers.ts";
import { endpoint, isRefusal } from "../endpoint.ts";
import { missingNotices } from "../missing.ts";
import { offerKeyOf } from "../route-values.ts";
import { assetView } from "./asset-view.ts";

/** All assets of an offer, also of one whose document is not written yet. */
export const listAssets = endpoint("own", ({ ports }) => async (request) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  return ok((await ports.assets.list(key)).map(assetView));
});

/** One asset and what was found in it. */
export const readAsset = endpoint("own", ({ ports }) => async (request) => {
  const key = offerKeyOf(request);
  if (isRefusal(key)) return key;
  const asked = request.params["assetId"] ?? "";
  const assetId = AssetId.safeParse(asked);
  const asset = assetId.success ? await ports.assets.read(key, assetId.data) : undefined;
  if (asset) return ok(assetView(asset));
  return missingNotices.asset(asked.replace(/[^\w-]/g, "?").slice(0, 64));
});
