import { z } from "zod";
import { AssetRequest } from "../../assets/request-asset.ts";
import { AssetAnswer, RequestedAsset } from "../answers/asset-answers.ts";
import { json, type OperationTexts } from "../operation-text.ts";

const tag = "Assets";

export const assetOperations: OperationTexts = {
  requestAsset: {
    tag,
    summary: "Ask for an asset",
    description:
      "The answer says where to upload the file: send its bytes with the method, to the address and with the headers in `upload`. What was uploaded is examined at once; read the asset to see whether it was accepted. Name it by its `reference` in the offer document. With `url` the file is fetched from there instead, and examined before the answer.",
    body: {
      description: "What kind of file it is.",
      schema: AssetRequest.meta({ id: "AssetRequest" }),
      required: true,
      example: { kind: "package", fileName: "contoso-ledger-1.0.0.zip" },
    },
    answers: {
      201: {
        description: "The asset; it awaits its upload, unless it was fetched.",
        content: json(RequestedAsset),
        headers: { Location: "The path of the asset." },
      },
    },
    refusals: {
      422: "The file could not be fetched from url; or the Idempotency-Key came with another request before.",
    },
  },
  listAssets: {
    tag,
    summary: "List an offer's assets",
    description: "All of them, also of an offer whose document is not written yet.",
    answers: { 200: { description: "The assets.", content: json(z.array(AssetAnswer)) } },
  },
  readAsset: {
    tag,
    summary: "Read an asset",
    description: "Whether it was accepted, and what was found in it.",
    answers: { 200: { description: "The asset.", content: json(AssetAnswer) } },
    refusals: { 404: "The offer has no such asset." },
  },
};
