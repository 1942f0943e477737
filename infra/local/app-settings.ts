import { apiAudiences } from "./identity/directory/resources.ts";

/** The storage accounts of the app, one per duty; reviewers' systems get a key to `callbacks` alone. */
const regions = ["westeurope", "eastus"] as const;
export const accounts = ["runtime", "offerpress", "callbacks", ...regions] as const;

/** The application settings that Bicep writes on Azure, with this machine's values. */
export function appSettings(
  storage: ReadonlyMap<string, string>,
  process: string,
  issuers: readonly string[],
): Record<string, string> {
  const connection = (account: string): string => accountString(storage, account);
  return {
    AzureWebJobsStorage: connection("runtime"),
    DATA_STORAGE: connection("offerpress"),
    CALLBACK_STORAGE: connection("callbacks"),
    REGIONS: regions.join(","),
    ...Object.fromEntries(
      regions.map((region) => [`REGION_STORAGE_${region.toUpperCase()}`, connection(region)]),
    ),
    DURABLE_HUB: "Offerpress",
    DEFAULT_PROCESS: process,
    HOLIDAY_COUNTRY: "US",
    AUTH_ISSUERS: issuers.join(","),
    AUTH_AUDIENCES: apiAudiences.join(","),
    // Documents can name packages and lead destinations on the local storage, as on Azure.
    OUTBOUND_ALLOWED_HOSTS: storageHosts(connection("offerpress")).join(","),
  };
}

/** The hosts, with their ports, that a connection string keeps blobs and tables on. */
const storageHosts = (connection: string): readonly string[] =>
  [...connection.matchAll(/(?:Blob|Table)Endpoint=([^;]+)/g)].map(
    ([, address = ""]) => new URL(address).host,
  );

/** The connection string of an account that the local storage must have. */
export function accountString(storage: ReadonlyMap<string, string>, account: string): string {
  const found = storage.get(account);
  if (found === undefined) throw new Error(`local storage has no account ${account}`);
  return found;
}
