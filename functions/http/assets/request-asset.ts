import { randomUUID } from "node:crypto";
import { z } from "zod";
import { access } from "../../../shared/identity/access.ts";
import { assetPath } from "../../../shared/offers/asset-reference.ts";
import { type Asset, AssetKind, assetKinds, blobOfAsset } from "../../../shared/offers/asset.ts";
import { noCache } from "../problem.ts";
import { isRefusal, offerEndpoint } from "../endpoint.ts";
import { bodyOf } from "../request-body.ts";
import { assetView } from "./asset-view.ts";

const writing = { dialect: "own", access: access.members } as const;
const uploadMinutes = 60;

export const AssetRequest = z.looseObject({
  kind: z.enum(AssetKind.options, { error: `must be one of ${assetKinds.join(", ")}` }),
  /** It becomes part of a blob's name and of the blob trigger's pattern. */
  fileName: z
    .string({ error: "must be the file's name, such as app.zip" })
    .regex(/^[A-Za-z0-9](?:[\w .()+-]{0,98}[\w)+-])?$/, {
      error:
        "must have 1 to 100 letters, digits, blanks and . _ - + ( ), begin with a letter or digit and not end with a dot or blank",
    }),
});

/** Announces an asset: answers where its bytes are to be put. */
export const requestAsset = offerEndpoint(writing, ({ ports }) => async ({ request, key }) => {
  const sent = await bodyOf(request, AssetRequest);
  if (isRefusal(sent)) return sent;
  const now = ports.clock.now();
  const named = { ...key, assetId: randomUUID(), fileName: sent.body.fileName };
  const asset: Asset = {
    ...named,
    kind: sent.body.kind,
    blob: blobOfAsset(named),
    state: "awaiting-upload",
    findings: [],
    createdAt: now.toISOString(),
  };
  const expiresAt = new Date(now.getTime() + uploadMinutes * 60_000);
  const url = await ports.uploads.sign(asset.blob, expiresAt);
  await ports.assets.create(asset);
  const upload = {
    method: "PUT",
    url,
    headers: { "x-ms-blob-type": "BlockBlob" },
    expiresAt: expiresAt.toISOString(),
  };
  return {
    status: 201,
    headers: { ...noCache, Location: assetPath(key, asset.assetId) },
    jsonBody: { ...assetView(asset), upload },
  };
});
