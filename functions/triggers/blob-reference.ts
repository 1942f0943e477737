import extensions from "@azure/functions-extensions-base";

/** What the host's storage extension calls a blob that it names in place of sending its bytes. */
const blobReferences = "AzureStorageBlobs";

/** Lets triggers take a blob of any size; its content is read from the storage, piece by piece. */
export function takeBlobsByReference(): void {
  const factories = extensions.ResourceFactoryResolver.getInstance();
  // One list for the whole process, which refuses the same name twice.
  if (!factories.hasResourceFactory(blobReferences))
    factories.registerResourceFactory(blobReferences, (reference) => reference);
}
