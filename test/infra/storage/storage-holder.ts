/** Opens the storage of a folder, writes to it, tells so, and waits to be killed. */
import { TableClient } from "@azure/data-tables";

import { openLocalStorage } from "../../../infra/local/storage/local-storage.ts";

const [folder, lingerMs] = process.argv.slice(2);
const storage = await openLocalStorage({
  folder: folder === "memory" ? undefined : folder,
  accounts: ["runtime"],
  log: () => undefined,
  lingerMs: Number(lingerMs),
});
const connection = storage.accounts.get("runtime") ?? "";
const table = TableClient.fromConnectionString(connection, "held", {
  allowInsecureConnection: true,
});
await table.createTable();
await table.upsertEntity({ partitionKey: "p", rowKey: "r", value: "written just before" });
process.stdout.write(`${connection}\n`);
setInterval(() => undefined, 60_000);
