import { z } from "zod";

/** A message of the queue between the detection of a blob and the run of its function. */
export const BlobMessageSchema = z.object({
  Type: z.literal("BlobTrigger"),
  FunctionId: z.string(),
  BlobType: z.string(),
  ContainerName: z.string(),
  BlobName: z.string(),
  ETag: z.string(),
});

export type BlobMessage = z.infer<typeof BlobMessageSchema>;

/** The name by which the extension knows a function. */
export function functionId(name: string): string {
  return `Host.Functions.${name}`;
}

/** An ETag in quotes, however it was written. */
export function quotedETag(etag: string | undefined): string {
  return `"${(etag ?? "").replaceAll('"', "")}"`;
}
