import type { AccessToken, GetTokenOptions, TokenCredential } from "@azure/identity";

/** The app's own identity; its library is heavy and is loaded with the first token. */
export function lazyCredential(clientId: string | undefined): TokenCredential {
  let credential: Promise<TokenCredential> | undefined;
  const load = async () => {
    const { DefaultAzureCredential } = await import("@azure/identity");
    return clientId
      ? new DefaultAzureCredential({ managedIdentityClientId: clientId })
      : new DefaultAzureCredential();
  };
  return {
    async getToken(
      scopes: string | string[],
      options?: GetTokenOptions,
    ): Promise<AccessToken | null> {
      credential ??= load();
      return (await credential).getToken(scopes, options);
    },
  };
}
