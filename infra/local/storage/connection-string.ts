import type { ServicePorts } from "./storage-file.ts";

/** The connection string of one account of the local storage. */
export function connectionString(account: string, key: string, ports: ServicePorts): string {
  const endpoint = (service: keyof ServicePorts): string =>
    `http://127.0.0.1:${ports[service]}/${account}`;
  return [
    "DefaultEndpointsProtocol=http",
    `AccountName=${account}`,
    `AccountKey=${key}`,
    `BlobEndpoint=${endpoint("blob")}`,
    `QueueEndpoint=${endpoint("queue")}`,
    `TableEndpoint=${endpoint("table")}`,
  ].join(";");
}
