import type { Settings } from "../settings/settings.ts";
import type { TypedData } from "../worker/invocation.ts";
import type { Binding } from "../worker/registered-function.ts";
import { readBlob, splitPath } from "./blob-content.ts";

/** A blob as a binding asks for it: whole, or only named; undefined when it should come whole and is not there. */
export async function blobData(
  binding: Binding,
  settings: Settings,
  path: string,
): Promise<TypedData | undefined> {
  const connection = binding["connection"] as string | undefined;
  if (isDeferred(binding)) return blobReference(connection, path);
  const bytes = await readBlob({ settings, connection, path });
  return bytes && { bytes };
}

/** The library writes the flag as text. */
const isDeferred = ({ properties }: Binding): boolean =>
  (properties as { supportsDeferredBinding?: unknown } | undefined)?.supportsDeferredBinding ===
  "true";

/** As the storage extension names a blob; `Connection` is the name of a setting. */
function blobReference(connection: string | undefined, path: string): TypedData {
  const { container, name } = splitPath(path);
  const place = {
    Connection: connection ?? "AzureWebJobsStorage",
    ContainerName: container,
    BlobName: name,
  };
  return {
    modelBindingData: {
      version: "1.0",
      source: "AzureStorageBlobs",
      contentType: "application/json",
      content: Buffer.from(JSON.stringify(place)),
    },
  };
}
