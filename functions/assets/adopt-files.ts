import { assetNamed, isForeign } from "../../shared/offers/asset-reference.ts";
import type { Asset } from "../../shared/offers/asset.ts";
import { partsOf } from "../../shared/offers/model/parts.ts";
import { fileUses } from "../../shared/offers/prerequisites/files/file-uses.ts";
import type { OfferContext } from "../../shared/offers/prerequisites/prerequisites.ts";
import type { Ports } from "../../shared/ports.ts";
import type { JsonObject } from "../../shared/ports/values.ts";
import { fetchedAsset } from "./fetched-asset.ts";

/**
 * Takes in the files that a document names by addresses elsewhere, as older clients do. What was
 * taken before stands while its address does not answer: the links in a document expire.
 */
export async function adoptFiles(
  ports: Ports,
  document: JsonObject,
  context: OfferContext,
): Promise<OfferContext> {
  const { key } = context;
  const assets: Asset[] = [...context.assets];
  const unfetched = new Map<string, string>();
  const uses = partsOf(document).flatMap(fileUses);
  const foreign = uses.filter(({ reference }) => isForeign(reference, key));
  for (const [url, { file }] of new Map(foreign.map((use) => [use.reference, use]))) {
    const known = assetNamed(url, key, assets);
    const fetched = await fetchedAsset(ports, key, { url, kind: file.kind }, known);
    if (!fetched.ok) {
      if (!known) unfetched.set(url, fetched.reason);
    } else if (fetched.asset !== known) {
      assets.push(fetched.asset);
    }
  }
  return { ...context, assets, unfetched };
}
