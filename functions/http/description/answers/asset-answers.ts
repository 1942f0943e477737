import { z } from "zod";
import { Asset } from "../../../../shared/offers/asset.ts";

export const AssetAnswer = Asset.omit({ blob: true, source: true })
  .extend({
    reference: z.string().describe("What an offer document names it by."),
    source: z.string().optional().describe("Where it was fetched from, without signatures."),
  })
  .meta({
    id: "Asset",
    description: "A file of an offer: asked for, uploaded, then accepted or rejected.",
  });

export const RequestedAsset = AssetAnswer.extend({
  upload: z
    .object({
      method: z.literal("PUT"),
      url: z.url().describe("A signed address for this one file. Treat it as a secret."),
      headers: z.record(z.string(), z.string()).describe("Headers to send with the bytes."),
      expiresAt: z.iso.datetime(),
    })
    .optional()
    .describe("How to upload the bytes; not there when they were fetched from url."),
}).meta({ id: "RequestedAsset" });
