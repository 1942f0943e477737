import { TableClient } from "@azure/data-tables";
import type { TokenCredential } from "@azure/identity";

/** How to reach the tables of an account. */
export type TableConnection =
  { connectionString: string } | { endpoint: string; credential: TokenCredential };

/** Opens one table; http is for local emulators. */
export function tableClient(connection: TableConnection, tableName: string): TableClient {
  const options = { allowInsecureConnection: true };
  if ("connectionString" in connection) {
    return TableClient.fromConnectionString(connection.connectionString, tableName, options);
  }
  return new TableClient(connection.endpoint, tableName, connection.credential, options);
}
