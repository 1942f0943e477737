import { buffer } from "node:stream/consumers";
import type { BlobClient } from "@azure/storage-blob";
import type { ByteSource } from "../../../shared/packages/byte-source.ts";
import { unless } from "./storage-error.ts";

/** A blob as it is now: once somebody writes it anew, reading on fails. */
export const blobSource = (client: BlobClient): Promise<ByteSource | undefined> =>
  unless([404], async () => {
    const { contentLength: size = 0, etag = "" } = await client.getProperties();
    return {
      size,
      stored: { url: client.url, etag },
      read: async (offset, length) => {
        if (length === 0) return new Uint8Array(0);
        const answer = await client.download(offset, length, { conditions: { ifMatch: etag } });
        if (!answer.readableStreamBody) throw new Error(`Blob ${client.name} came without a body.`);
        return buffer(answer.readableStreamBody);
      },
    };
  });
