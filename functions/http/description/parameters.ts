import { z } from "zod";
import { AssetId } from "../../../shared/offers/asset.ts";
import { OfferId, PublisherId } from "../../../shared/offers/offer-key.ts";
import { processIds, stepIds } from "../../../shared/publishing/processes/process.ts";
import { viewerFiles } from "./viewer-files.ts";
import { apiVersion, type Dialect } from "../endpoint.ts";
import { keyHours } from "../once.ts";

const number = z
  .string()
  .regex(/^[1-9][0-9]{0,6}$/)
  .describe("The number of a submission, from 1 on.")
  .meta({ examples: ["1"] });

/** Everything that a `{name}` in an address can be. */
const pathParameters: Readonly<Record<string, z.ZodType>> = {
  publisherId: PublisherId.describe("The publisher's id."),
  offerId: OfferId.describe("The offer's id, unique inside its publisher."),
  objectId: z
    .guid()
    .describe("Object id of a user, or of a service principal (not of its app registration)."),
  number,
  slot: z
    .enum(["Draft", "Preview", "Production"])
    .describe("Upper and lower case are the same. An offer without a preview shows its draft."),
  operationId: z.string().describe("The id that publish or golive answered."),
  reference: z
    .string()
    .describe("publisher$offer$number$slot.")
    .meta({ examples: ["contoso$contoso-ledger$2$preview"] }),
  step: z.enum(stepIds).describe("The step whose report is wanted."),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .describe("The fingerprint of a finding, from a report."),
  assetId: AssetId.describe("The id that the request for the asset answered."),
  processId: z.enum(processIds).describe("A revision of the publishing process."),
  planId: z.string().describe("A plan of the offer."),
  file: z.enum(viewerFiles).describe("A file of the viewer."),
};

/** The parameters in a route's address. */
export function pathParametersOf(route: string): z.ZodObject {
  const names = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const shape = names.map((name) => {
    const parameter = pathParameters[name];
    if (!parameter) throw new Error(`Describe the path parameter ${name} of ${route}.`);
    return [name, parameter] as const;
  });
  return z.object(Object.fromEntries(shape));
}

/** The api-version of the query, which the dialect demands. */
export function versionParameter(dialect: Dialect): z.ZodType {
  const version = z.literal(apiVersion);
  const note = { description: "The version of the API.", param: { example: apiVersion } };
  return (dialect === "cpp" ? version : version.optional()).meta(note);
}

const correlationId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .optional()
  .describe("An id of yours, by which the answer and the log will know the request.");

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/)
  .optional()
  .describe(
    `A new GUID for every new request. The same request under the same key within ${keyHours} hours is answered as before and not done again.`,
  );

/** Headers that every request with this method may carry. */
export const commonHeaders = (method: string): z.ZodRawShape => ({
  "x-ms-correlation-request-id": correlationId,
  ...(method === "POST" && { "Idempotency-Key": idempotencyKey }),
});

export const pageParameter = z
  .string()
  .optional()
  .describe("What the page before gave as next. Leave it out to begin anew.");

export const formatParameter = z
  .string()
  .optional()
  .describe("sarif for SARIF 2.1.0; so does Accept: application/sarif+json.");
