import type { TokenCredential } from "@azure/identity";

/** A credential by the settings of an identity connection; the identity library loads on use. */
export function azureCredential(options: {
  kind: string | undefined;
  clientId: string | undefined;
}): TokenCredential {
  let credential: Promise<TokenCredential> | undefined;
  return {
    getToken: async (scopes, request) => {
      credential ??= createCredential(options);
      return await (await credential).getToken(scopes, request);
    },
  };
}

async function createCredential(options: {
  kind: string | undefined;
  clientId: string | undefined;
}): Promise<TokenCredential> {
  const { DefaultAzureCredential, ManagedIdentityCredential } = await import("@azure/identity");
  const { clientId } = options;
  if (options.kind?.toLowerCase() === "managedidentity") {
    return clientId ? new ManagedIdentityCredential({ clientId }) : new ManagedIdentityCredential();
  }
  return new DefaultAzureCredential(clientId ? { managedIdentityClientId: clientId } : {});
}
