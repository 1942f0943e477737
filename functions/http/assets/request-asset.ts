import { randomUUID } from "node:crypto";
import type { HttpResponseInit } from "@azure/functions";
import { z } from "zod";
import { access } from "../../../shared/identity/access.ts";
import { assetPath } from "../../../shared/offers/asset-reference.ts";
import { type Asset, AssetKind, assetKinds, blobOfAsset } from "../../../shared/offers/asset.ts";
import type { OfferKey } from "../../../shared/offers/offer-key.ts";
import type { Ports } from "../../../shared/ports.ts";
import type { Refusal } from "../../../shared/publishing/refusal.ts";
import { fetchedAsset } from "../../assets/fetched-asset.ts";
import { isRefusal, offerEndpoint } from "../endpoint.ts";
import { noCache } from "../problem.ts";
import { bodyOf } from "../request/request-body.ts";
import { assetView } from "./asset-view.ts";

const writing = { dialect: "own", access: access.members } as const;
const uploadMinutes = 60;

/** It becomes part of a blob's name and of the blob trigger's pattern. */
const FileName = z
  .string({ error: "must be the file's name, such as app.zip" })
  .regex(/^[A-Za-z0-9](?:[\w .()+-]{0,98}[\w)+-])?$/, {
    error:
      "must have 1 to 100 letters, digits, blanks and . _ - + ( ), begin with a letter or digit and not end with a dot or blank",
  });

export const AssetRequest = z
  .looseObject({
    kind: z.enum(AssetKind.options, { error: `must be one of ${assetKinds.join(", ")}` }),
    fileName: FileName.optional().describe("Needed unless url is given."),
    url: z
      .string({ error: "must be the web address of the file" })
      .max(2083, { error: "must have at most 2083 characters" })
      .optional()
      .describe("Where to fetch the file, for example a link with a signature that may read it."),
  })
  .refine(({ fileName, url }) => fileName !== undefined || url !== undefined, {
    error: "must be the file's name, such as app.zip, unless url says where to fetch it",
    path: ["fileName"],
  });

/** Announces an asset: answers where its bytes are to be put, or fetches them from an address. */
export const requestAsset = offerEndpoint(writing, ({ ports }) => async ({ request, key }) => {
  const sent = await bodyOf(request, AssetRequest);
  if (isRefusal(sent)) return sent;
  const { kind, fileName, url } = sent.body;
  if (url === undefined) return announced(ports, key, { kind, fileName: fileName ?? "" });
  const fetched = await fetchedAsset(ports, key, { kind, fileName, url });
  return fetched.ok ? created(fetched.asset, {}) : notFetched(fetched.reason);
});

async function announced(
  ports: Ports,
  key: OfferKey,
  { kind, fileName }: Pick<Asset, "kind" | "fileName">,
): Promise<HttpResponseInit> {
  const now = ports.clock.now();
  const named = { ...key, assetId: randomUUID(), fileName };
  const asset: Asset = {
    ...named,
    kind,
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
  return created(asset, { upload });
}

const created = (asset: Asset, more: object): HttpResponseInit => ({
  status: 201,
  headers: { ...noCache, Location: assetPath(asset, asset.assetId) },
  jsonBody: { ...assetView(asset), ...more },
});

const notFetched = (reason: string): Refusal => ({
  kind: "unprocessable",
  code: "AssetNotFetched",
  message: `The file could not be fetched from url. ${reason} Correct the address, or leave it out and upload the file.`,
  target: "url",
});
