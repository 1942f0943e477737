import { isMissing, blobService } from "../storage-clients.ts";
import type { Settings } from "../settings/settings.ts";

/** A blob by `container/name` in the account of a binding's connection. */
export interface BlobPlace {
  settings: Settings;
  connection: string | undefined;
  path: string;
}

/** The bytes of a blob; undefined when it is not there. */
export async function readBlob(place: BlobPlace): Promise<Buffer | undefined> {
  const { container, name } = splitPath(place.path);
  const service = blobService(place.settings, place.connection);
  try {
    return await service.getContainerClient(container).getBlobClient(name).downloadToBuffer();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Writes a blob, and its container when that is not there. */
export async function writeBlob(place: BlobPlace, content: Uint8Array): Promise<void> {
  const { container, name } = splitPath(place.path);
  const client = blobService(place.settings, place.connection).getContainerClient(container);
  const bytes = Buffer.from(content);
  try {
    await client.getBlockBlobClient(name).uploadData(bytes);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await client.createIfNotExists();
    await client.getBlockBlobClient(name).uploadData(bytes);
  }
}

/** A path is `container/name`; a bug of the app when not. */
export function splitPath(path: string): { container: string; name: string } {
  const at = path.indexOf("/");
  if (at <= 0) throw new Error(`The blob path '${path}' is not container/name.`);
  return { container: path.slice(0, at), name: path.slice(at + 1) };
}
