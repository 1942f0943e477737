import type { BlobGetPropertiesResponse } from "@azure/storage-blob";

import { typedData } from "../worker/typed-data.ts";
import type { TypedData } from "../worker/invocation.ts";

/** What a function and its bindings learn about the blob, beside its content. */
export function blobMetadata(
  blob: { url: string; container: string; name: string },
  response: BlobGetPropertiesResponse,
  tokens: Record<string, string>,
): Record<string, TypedData> {
  const own = Object.entries(tokens).map(([token, text]) => [token, { string: text }] as const);
  return {
    ...Object.fromEntries(own),
    blobTrigger: { string: `${blob.container}/${blob.name}` },
    uri: { string: blob.url },
    properties: typedData(properties(response)),
    metadata: typedData(response.metadata ?? {}),
  };
}

function properties(response: BlobGetPropertiesResponse): object {
  return {
    LastModified: response.lastModified,
    CreatedOn: response.createdOn,
    Metadata: response.metadata ?? {},
    BlobType: response.blobType,
    ContentLength: response.contentLength,
    ContentType: response.contentType,
    ContentEncoding: response.contentEncoding,
    ContentDisposition: response.contentDisposition,
    ContentLanguage: response.contentLanguage,
    CacheControl: response.cacheControl,
    ContentHash: response.contentMD5 && Buffer.from(response.contentMD5).toString("base64"),
    ETag: response.etag,
    LeaseState: response.leaseState,
    LeaseStatus: response.leaseStatus,
    TagCount: response.tagCount,
  };
}
